import { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic, Holiday } from '../catalog';
import { dateText } from '../time/localTime';
import { holidayDays, isOneOf } from './holidayCalendar';

/** Words by which official lists mark a replacement day, in the languages of countries that have them. */
const REPLACES =
  /\b(substitute|replacement|in lieu|observed|compensatory|ganti|ersatz)\b|대체|振替|補假|补休/iu;

/**
 * Listed days that look like the official replacement of a holiday on a rest day (HOLI006).
 * Replacement days are made by the rule, so a list that has them too yields two for one holiday.
 * Days before `from` are left alone: nobody mends the past.
 */
export function listedReplacementProblems(catalog: Catalog, from: Temporal.Instant): Diagnostic[] {
  const { organization, holidays } = catalog;
  const today = from.toZonedDateTimeISO(organization.timeZone).toPlainDate();
  const days = holidayDays(holidays, organization);
  const told = new Map<Holiday, Diagnostic>();
  for (const moved of days) {
    if (!moved.replacement) continue;
    const onRestDay = moved.holidays[0];
    if (onRestDay === undefined) continue;
    for (const { date, holidays: listed } of days) {
      const between =
        Temporal.PlainDate.compare(onRestDay.date, date) < 0 &&
        Temporal.PlainDate.compare(date, moved.date) < 0;
      if (!between || !isOneOf(organization.workingWeek, date)) continue;
      if (Temporal.PlainDate.compare(date, today) < 0) continue;
      for (const entry of listed) {
        if (!entry.date.equals(date) || told.has(entry)) continue;
        const replaced = moved.holidays.find((holiday) => seemsToReplace(entry, holiday, catalog));
        if (replaced !== undefined) told.set(entry, problem(entry, replaced, moved.date));
      }
    }
  }
  return [...told.values()];
}

/**
 * Whether a listed day seems to stand for a holiday on a rest day before it. Where several days of
 * the week are rest days, any listed day does: the lists of such countries have the replacements.
 */
function seemsToReplace(entry: Holiday, holiday: Holiday, { organization, holidays }: Catalog): boolean {
  if (organization.restDays.length > 1 || REPLACES.test(entry.name)) return true;
  if (entry.id === holiday.id) return daysIn(entry, holidays) > usualDays(entry, holidays);
  return entry.name.toLowerCase().includes(holiday.name.toLowerCase());
}

/** How many days a holiday has in the year of one of its days. */
function daysIn({ id, date }: Holiday, holidays: readonly Holiday[]): number {
  return holidays.filter((each) => each.id === id && each.date.year === date.year).length;
}

/** The least number of days that a holiday has in another year; one where there is none. */
function usualDays(entry: Holiday, holidays: readonly Holiday[]): number {
  const others = holidays.filter(({ id, date }) => id === entry.id && date.year !== entry.date.year);
  return others.length === 0 ? 1 : Math.min(...others.map((other) => daysIn(other, holidays)));
}

function problem(entry: Holiday, replaced: Holiday, moved: Temporal.PlainDate): Diagnostic {
  const { name, date } = entry;
  return {
    code: 'HOLI006',
    severity: 'warning',
    location: entry.source,
    message: `${name} on ${dateText(date)} looks like the replacement of ${replaced.name} on ${dateText(replaced.date)}, for which ${dateText(moved)} is added`,
    value: date.toString(),
    wayOut:
      'remove it if it only replaces that day, or change restDay; keep it if it is a holiday of its own',
  };
}
