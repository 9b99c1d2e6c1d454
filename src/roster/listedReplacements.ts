import { Temporal } from 'temporal-polyfill';
import { type Catalog, type Diagnostic, type Holiday, type Office, ownOffice } from '../catalog';
import { dateText } from '../time/localTime';
import { daysOff, isOneOf } from './holidayCalendar';

/** Words that mark replacement days in official lists, in the languages of countries that have them. */
const REPLACES =
  /\b(substitute|replacement|in lieu|observed|compensatory|ganti|ersatz)\b|대체|振替|補假|补休/iu;

/**
 * Listed days that look like the official replacement of a holiday on a rest day (HOLI006), in the
 * calendar of each office. The rule makes replacement days itself, so a list that has them too
 * yields two days off for one holiday. Days before `from` are past, and left alone.
 */
export function listedReplacementProblems(catalog: Catalog, from: Temporal.Instant): Diagnostic[] {
  const found = new Map<Holiday, Diagnostic>();
  for (const office of [ownOffice(catalog), ...catalog.offices]) {
    const today = from.toZonedDateTimeISO(office.timeZone).toPlainDate();
    for (const { entry, replaced, moved } of listedReplacements(office)) {
      if (Temporal.PlainDate.compare(entry.date, today) < 0 || found.has(entry)) continue;
      found.set(entry, problem(entry, replaced, moved));
    }
  }
  return [...found.values()];
}

/** A listed day, the holiday that it seems to replace, and the day that the rule adds for it. */
interface ListedReplacement {
  readonly entry: Holiday;
  readonly replaced: Holiday;
  readonly moved: Temporal.PlainDate;
}

function listedReplacements(office: Office): ListedReplacement[] {
  const days = daysOff(office);
  return days
    .filter(({ replacement }) => replacement)
    .flatMap(({ date: moved, holidays }) =>
      days.flatMap(({ date, holidays: listed }) => {
        const onRestDay = holidays[0]?.date;
        const isBetween =
          onRestDay !== undefined &&
          Temporal.PlainDate.compare(onRestDay, date) < 0 &&
          Temporal.PlainDate.compare(date, moved) < 0;
        if (!isBetween || !isOneOf(office.workingWeek, date)) return [];
        return listed.flatMap((entry) => {
          if (!entry.date.equals(date)) return [];
          const replaced = holidays.find((holiday) => seemsToReplace(entry, holiday, office));
          return replaced === undefined ? [] : [{ entry, replaced, moved }];
        });
      }),
    );
}

/**
 * Whether a listed day seems to replace a holiday on a rest day before it. With several rest days
 * a week, any listed day does: the lists of such countries include the replacements.
 */
function seemsToReplace(entry: Holiday, holiday: Holiday, { restDays, calendar }: Office): boolean {
  if (restDays.length > 1 || REPLACES.test(entry.name)) return true;
  if (entry.id === holiday.id) return daysIn(entry, calendar.holidays) > usualDays(entry, calendar.holidays);
  return entry.name.toLowerCase().includes(holiday.name.toLowerCase());
}

/** How many days a holiday has in the year of one of its days. */
function daysIn({ id, date }: Holiday, holidays: readonly Holiday[]): number {
  return holidays.filter((each) => each.id === id && each.date.year === date.year).length;
}

/** The fewest days that a holiday has in any other year; one if there is no other year. */
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
    message: `${name} on ${dateText(date)} looks like the replacement of ${replaced.name} on ${dateText(replaced.date)}, for which the rule adds ${dateText(moved)}`,
    value: date.toString(),
    wayOut:
      'remove it if it only replaces that day, or change restDay; keep it if it is a holiday in its own right',
  };
}
