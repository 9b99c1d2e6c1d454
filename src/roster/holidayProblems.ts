import { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic, Holiday } from '../catalog';
import { dateText, listText } from '../time/localTime';
import type { Span } from '../time/span';
import { type HolidayDay, holidayDays } from './holidayCalendar';

/**
 * What is wrong with the holidays of a time that is planned or asked about: years that it touches
 * without a holiday file (HOLI003), and holidays in it that are expected only (HOLI004).
 */
export function holidayProblems(catalog: Catalog, planned: Span): Diagnostic[] {
  const days = localDays(planned, catalog.organization.timeZone);
  return [...yearProblems(catalog, days), ...expectedProblems(catalog, days)];
}

/** The first and the last local day that a time touches. */
interface LocalDays {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

function localDays({ from, until }: Span, timeZone: string): LocalDays {
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  return { first: dateOf(from), last: dateOf(until.subtract({ nanoseconds: 1 })) };
}

function yearProblems(catalog: Catalog, { first, last }: LocalDays): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const lastCovered = catalog.holidayYears.at(-1);
  const covered = lastCovered === undefined ? 'there is none at all' : `the last one is of ${lastCovered}`;
  for (let year = first.year; year <= last.year; year += 1) {
    if (catalog.holidayYears.includes(year)) continue;
    problems.push({
      code: 'HOLI003',
      severity: 'error',
      location: catalog.organization.horizonSource,
      message: `the roster from ${dateText(first)} to ${dateText(last)} reaches ${year}, which has no holiday file (${covered})`,
      value: String(year),
      wayOut: `add holidays/${year}.yaml with the public holidays of ${year}`,
    });
  }
  return problems;
}

function expectedProblems(catalog: Catalog, planning: LocalDays): Diagnostic[] {
  const days = holidayDays(catalog.holidays, catalog.organization);
  const problems: Diagnostic[] = [];
  for (const entries of expectedByYear(catalog.holidays)) {
    const own = days.filter((day) => day.holidays.some((holiday) => entries.includes(holiday)));
    const planned = own.some(({ date }) => isWithin(date, planning));
    const [entry] = entries;
    if (planned && entry !== undefined) problems.push(expectedProblem(entry, own));
  }
  return problems;
}

/** The expected days of each holiday in each year. */
function expectedByYear(holidays: readonly Holiday[]): readonly (readonly Holiday[])[] {
  const groups = new Map<string, Holiday[]>();
  for (const holiday of holidays) {
    if (holiday.status !== 'expected') continue;
    const key = `${holiday.id} ${holiday.date.year}`;
    groups.set(key, [...(groups.get(key) ?? []), holiday]);
  }
  return [...groups.values()];
}

function isWithin(date: Temporal.PlainDate, { first, last }: LocalDays): boolean {
  return Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, last) <= 0;
}

function expectedProblem(holiday: Holiday, days: readonly HolidayDay[]): Diagnostic {
  const dates = days.map((day) => `${dateText(day.date)}${day.replacement ? ' (replacement day)' : ''}`);
  return {
    code: 'HOLI004',
    severity: 'warning',
    location: holiday.source,
    message: `${holiday.name} is expected on ${listText(dates)} and not yet gazetted, so it may move`,
    wayOut: `confirm the date when the list of ${holiday.date.year} is gazetted, then set its status to gazetted`,
  };
}
