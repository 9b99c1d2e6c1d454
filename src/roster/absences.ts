import { type Catalog, officeOf } from '../catalog';
import { isBefore, type Span } from '../time/span';
import { daysOff } from './holidayCalendar';
import { goneFrom, NEVER } from './left';
import type { Absence } from './shift';

/**
 * When each person is away, by person id: leave, observed public holidays with their
 * replacement days, and all time from the day they leave the company. Everybody has an
 * entry; absences are in order of their start and may overlap.
 *
 * A holiday is a whole local day of the person's office, which has 23 or 25 hours when
 * the clocks change.
 */
export function absences(catalog: Catalog): ReadonlyMap<string, readonly Absence[]> {
  const byPerson = new Map<string, Absence[]>(catalog.people.map((person) => [person.id, []]));
  for (const leave of catalog.leave) {
    const { person, from, until } = leave;
    byPerson.get(person.id)?.push({ kind: 'leave', person, from, until, leave });
  }

  for (const person of catalog.people) {
    const own = byPerson.get(person.id) ?? [];
    const gone = goneFrom(person, catalog.organization);
    for (const { from, until, holidays, replacement } of daysOff(officeOf(catalog, person))) {
      const observed =
        person.observes === 'all'
          ? holidays
          : holidays.filter((holiday) => person.observes.includes(holiday.id));
      if (observed.length === 0) continue;
      const shared = observed.length === holidays.length ? holidays : observed;
      own.push({ kind: 'holiday', person, from, until, holidays: shared, replacement });
    }
    if (gone !== undefined) own.push({ kind: 'left', person, from: gone, until: NEVER });
    own.sort(byStart);
  }
  return byPerson;
}

function byStart(a: Span, b: Span): number {
  if (isBefore(a.from, b.from)) return -1;
  if (isBefore(b.from, a.from)) return 1;
  return isBefore(a.until, b.until) ? -1 : isBefore(b.until, a.until) ? 1 : 0;
}
