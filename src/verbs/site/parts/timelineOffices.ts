import { type Catalog, isoWeekday, type Office, officeOf } from '../../../catalog';
import type { TimelineOffice } from '../../../pictures/timeline/model';
import { daysOff } from '../../../roster';
import type { SiteRotation } from '../view';

/** A rotation, and who is on call in it when. */
type Rostered = Pick<SiteRotation, 'rotation' | 'roster'>;

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Rotations as rows of a timeline, by office; with their duties if there are several. */
export function timelineOffices(catalog: Catalog, rotations: readonly Rostered[]): readonly TimelineOffice[] {
  const hasDuties = new Set(rotations.map(({ rotation }) => rotation.duty)).size > 1;
  const offices = [...new Set(rotations.map(({ rotation }) => officeOf(catalog, rotation)))];
  return offices.map((office) =>
    officePart(
      office,
      rotations.filter(({ rotation }) => officeOf(catalog, rotation) === office),
      hasDuties,
    ),
  );
}

function officePart(office: Office, rotations: readonly Rostered[], hasDuties: boolean): TimelineOffice {
  const working = office.workingWeek.map((day) => isoWeekday(day));
  return {
    name: office.name,
    timeZone: office.timeZone,
    weekend: WEEK.filter((day) => !working.includes(day)),
    holidays: daysOff(office).map(({ date, holidays }) => ({
      date,
      name: holidays.map(({ name }) => name).join(', '),
    })),
    rows: rotations.map(({ rotation, roster }) => ({
      id: rotation.id,
      name: rotation.name,
      ...(hasDuties && { note: rotation.duty }),
      shifts: roster.shifts.map(({ from, until, onDuty, rostered, reason }) => ({
        from,
        until,
        onDuty: onDuty.id,
        rostered: rostered.id,
        reason,
      })),
    })),
  };
}
