import { Temporal } from 'temporal-polyfill';
import type { Catalog, Diagnostic, Holiday, Office } from '../catalog';
import { dateText, listText } from '../time/localTime';
import type { Span } from '../time/span';
import { daysOff, type HolidayDay } from './holidayCalendar';
import { folderOf, type LocalDays, localDays, type UsedCalendar, usedCalendars } from './usedCalendars';

/** How many days before the horizon passes the last holiday file a warning says so. */
const WARNING_DAYS = 28;

/**
 * Problems with the holidays of a time that is planned or asked about, in the calendar of each
 * office: years without a holiday file (HOLI003, an error), and holidays that are only expected
 * (HOLI004).
 */
export function holidayProblems(catalog: Catalog, planned: Span): Diagnostic[] {
  return [...yearProblems(catalog, planned), ...expectedProblems(catalog, planned)];
}

/**
 * Years without a holiday file that the planned time will reach within four weeks (HOLI003, a
 * warning); those that it reaches already are errors, see {@link holidayProblems}.
 */
export function upcomingYearProblems(catalog: Catalog, planned: Span): Diagnostic[] {
  const { timeZone } = catalog.organization;
  const today = planned.from.toZonedDateTimeISO(timeZone).toPlainDate();
  return missingFiles(catalog, ({ office, location }) => {
    const { last } = localDays(planned, office.timeZone);
    const reached = last.add({ days: WARNING_DAYS });
    return missingYears(office, last.year + 1, reached.year).map((year) => {
      const days = last.until(Temporal.PlainDate.from({ year, month: 1, day: 1 })).days;
      return {
        year,
        severity: 'warning',
        location,
        message: `on ${dateText(today.add({ days }))} the roster will reach ${year}, and this will be an error`,
      };
    });
  });
}

function yearProblems(catalog: Catalog, planned: Span): Diagnostic[] {
  return missingFiles(catalog, ({ office, location }) => {
    const { first, last } = localDays(planned, office.timeZone);
    return missingYears(office, first.year, last.year).map((year) => ({
      year,
      severity: 'error',
      location,
      message: `the roster from ${dateText(first)} to ${dateText(last)} reaches ${year}`,
    }));
  });
}

type MissingYear = Pick<Diagnostic, 'severity' | 'location' | 'message'> & { readonly year: number };

/** One diagnostic per missing file, although offices may share a calendar. */
function missingFiles(
  catalog: Catalog,
  missingIn: (used: UsedCalendar) => readonly MissingYear[],
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const used of usedCalendars(catalog)) {
    const { years } = used.office.calendar;
    const folder = folderOf(used.office.calendar);
    const last = years.at(-1);
    const others = last === undefined ? 'there are none' : `the last one is ${folder}/${last}.yaml`;
    for (const { year, message, ...rest } of missingIn(used)) {
      const file = `${folder}/${year}.yaml`;
      if (found.has(file)) continue;
      found.set(file, {
        code: 'HOLI003',
        ...rest,
        message: `${message}: there is no ${file} (${others})`,
        value: String(year),
        wayOut: `add ${file} with the public holidays of ${year}`,
      });
    }
  }
  return [...found.values()];
}

function missingYears({ calendar }: Office, first: number, last: number): number[] {
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.filter((year) => !calendar.years.includes(year));
}

function expectedProblems(catalog: Catalog, planned: Span): Diagnostic[] {
  const found = new Map<Holiday, Diagnostic>();
  for (const { office } of usedCalendars(catalog)) {
    const days = daysOff(office);
    const planning = localDays(planned, office.timeZone);
    for (const entries of expectedByYear(office.calendar.holidays)) {
      const own = days.filter((day) => day.holidays.some((holiday) => entries.includes(holiday)));
      const [entry] = entries;
      const isPlanned = own.some(({ date }) => isWithin(date, planning));
      if (isPlanned && entry !== undefined && !found.has(entry))
        found.set(entry, expectedProblem(entry, own));
    }
  }
  return [...found.values()];
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
    message: `${holiday.name} is expected on ${listText(dates)} but not yet gazetted, so it may move`,
    wayOut: `confirm the date once the list of ${holiday.date.year} is gazetted, then write status: gazetted`,
  };
}
