import { type Catalog, isoWeekday, type Office, officeOf } from '../../src/catalog';
import type { Timeline } from '../../src/pictures';
import { daysOff, rosterOfCatalog, type Span } from '../../src/roster';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Some rotations of a catalog over a time, by their offices. */
export function timelineOf(
  catalog: Catalog,
  rotations: readonly string[],
  window: Span,
  title: string,
): Timeline {
  const rosters = rosterOfCatalog(catalog, window);
  const shown = catalog.rotations.filter(({ id }) => rotations.includes(id));
  const offices = [...new Set(shown.map((rotation) => officeOf(catalog, rotation)))];
  const isNoted = new Set(shown.map(({ duty }) => duty)).size > 1;
  return {
    title,
    window,
    people: catalog.people,
    offices: offices.map((office) => ({
      ...officePart(office),
      rows: shown
        .filter((rotation) => officeOf(catalog, rotation) === office)
        .map(({ id, name, duty }) => ({
          name,
          ...(isNoted && { note: duty }),
          shifts: (rosters.find(({ rotation }) => rotation === id)?.shifts ?? []).map((shift) => ({
            from: shift.from,
            until: shift.until,
            onDuty: shift.onDuty.id,
            rostered: shift.rostered.id,
            reason: shift.reason,
          })),
        })),
    })),
  };
}

function officePart(office: Office) {
  const working = office.workingWeek.map((day) => isoWeekday(day));
  return {
    name: office.name,
    timeZone: office.timeZone,
    weekend: WEEK.filter((day) => !working.includes(day)),
    holidays: daysOff(office).map(({ date, holidays }) => ({
      date,
      name: holidays.map(({ name }) => name).join(', '),
    })),
  };
}
