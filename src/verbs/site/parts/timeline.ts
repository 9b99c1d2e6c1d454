import { isoWeekday, type Office, officeOf } from '../../../catalog';
import { rosterTimeline } from '../../../pictures';
import type { TimelineOffice } from '../../../pictures/timeline/model';
import { daysOff } from '../../../roster';
import type { Html } from '../html/html';
import type { SiteRotation, SiteView } from '../view';
import { picturePart } from './picture';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The roster as a picture: the shifts of the table below it. */
export function timelinePart(view: SiteView): Html | undefined {
  const { catalog, window, at, rotations } = view;
  if (rotations.length === 0) return undefined;
  const offices = [...new Set(rotations.map(({ rotation }) => officeOf(catalog, rotation)))];
  const timeline = {
    title: `Who is on call in ${catalog.organization.name}`,
    window,
    people: catalog.people,
    offices: offices.map((office) =>
      officePart(
        office,
        rotations.filter(({ rotation }) => officeOf(catalog, rotation) === office),
        catalog.organization.duties.length > 1,
      ),
    ),
    today: at,
  };
  return picturePart('roster', (options) => rosterTimeline(timeline, options));
}

function officePart(office: Office, rotations: readonly SiteRotation[], hasDuties: boolean): TimelineOffice {
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
