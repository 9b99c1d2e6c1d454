import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../catalog';
import { isBefore, type Span } from '../time/span';
import { holidayDays } from './holidayCalendar';
import { goneFrom, NEVER } from './left';
import type { Absence } from './shift';

/**
 * When each person is away, by the person's id: leave, the public holidays
 * that the person observes, the replacement day included, and all the time from the
 * day on which they have left. Everybody has an entry; absences are in order of their
 * beginning and may overlap.
 *
 * A holiday is a whole day in the organization's zone, from its first instant
 * to the next day's: 23 or 25 hours where clocks change.
 */
export function absences(catalog: Catalog): ReadonlyMap<string, readonly Absence[]> {
  const byPerson = new Map<string, Absence[]>(catalog.people.map((person) => [person.id, []]));
  for (const leave of catalog.leave) {
    const { person, from, until } = leave;
    byPerson.get(person.id)?.push({ kind: 'leave', person, from, until, leave });
  }

  const days = holidayDays(catalog.holidays, catalog.organization).map((day) => ({
    ...day,
    ...wholeDay(day.date, catalog.organization.timeZone),
  }));
  for (const person of catalog.people) {
    const own = byPerson.get(person.id) ?? [];
    const gone = goneFrom(person, catalog.organization);
    for (const { from, until, holidays, replacement } of days) {
      const observed = holidays.filter((holiday) => person.observes.includes(holiday.id));
      if (observed.length === 0) continue;
      const shared = observed.length === holidays.length ? holidays : observed;
      own.push({ kind: 'holiday', person, from, until, holidays: shared, replacement });
    }
    if (gone !== undefined) own.push({ kind: 'left', person, from: gone, until: NEVER });
    own.sort(byBeginning);
  }
  return byPerson;
}

/** First instant of a local day, and of the day after it. */
function wholeDay(date: Temporal.PlainDate, timeZone: string): Span {
  return {
    from: date.toZonedDateTime(timeZone).toInstant(),
    until: date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  };
}

function byBeginning(a: Span, b: Span): number {
  if (isBefore(a.from, b.from)) return -1;
  if (isBefore(b.from, a.from)) return 1;
  return isBefore(a.until, b.until) ? -1 : isBefore(b.until, a.until) ? 1 : 0;
}
