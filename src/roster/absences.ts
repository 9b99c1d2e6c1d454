import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Office, officeOf } from '../catalog';
import { isBefore, type Span } from '../time/span';
import { daysOff, type HolidayDay } from './holidayCalendar';
import { goneFrom, NEVER } from './left';
import type { Absence } from './shift';

/**
 * When each person is away, by the person's id: leave, the public holidays
 * that the person observes, the replacement day included, and all the time from the
 * day on which they have left. Everybody has an entry; absences are in order of their
 * beginning and may overlap.
 *
 * A holiday is a whole local day of the person's office, from its first instant
 * to the next day's: 23 or 25 hours where clocks change.
 */
export function absences(catalog: Catalog): ReadonlyMap<string, readonly Absence[]> {
  const byPerson = new Map<string, Absence[]>(catalog.people.map((person) => [person.id, []]));
  for (const leave of catalog.leave) {
    const { person, from, until } = leave;
    byPerson.get(person.id)?.push({ kind: 'leave', person, from, until, leave });
  }

  const days = new Map<Office, readonly (HolidayDay & Span)[]>();
  const daysIn = (office: Office) => {
    const known = days.get(office);
    if (known !== undefined) return known;
    const made = daysOff(office).map((day) => ({ ...day, ...wholeDay(day.date, office.timeZone) }));
    days.set(office, made);
    return made;
  };
  for (const person of catalog.people) {
    const own = byPerson.get(person.id) ?? [];
    const gone = goneFrom(person, catalog.organization);
    for (const { from, until, holidays, replacement } of daysIn(officeOf(catalog, person))) {
      const observed =
        person.observes === 'all'
          ? holidays
          : holidays.filter((holiday) => person.observes.includes(holiday.id));
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
