import { Temporal } from 'temporal-polyfill';
import { type Holiday, isoWeekday, type Office, type Weekday } from '../catalog';
import { wholeDay } from '../time/localDay';
import type { Span } from '../time/span';

/** A local day off: a holiday's own day, or the replacement day of holidays on a rest day. */
export interface HolidayDay {
  /** The local date. */
  readonly date: Temporal.PlainDate;
  /** The holidays of this day, at least one, in the order of the data. */
  readonly holidays: readonly Holiday[];
  /** True on a replacement day, false on the holiday itself. */
  readonly replacement: boolean;
}

/** What decides where a holiday moves: the rest days and the working days. */
export type RestRule = Pick<Office, 'restDays' | 'workingWeek'>;

/**
 * The days off that follow from the listed holidays, sorted by date: each holiday's own day and,
 * for a holiday on a rest day, a replacement day as well. That is the next day in the working
 * week that is not a day off, even in the next year. Replacement days are made in order of
 * date, and each counts as a day off for the next; all holidays on one day share theirs.
 *
 * @see Malaysia's Holidays Act 1951, section 3; the United Kingdom's Banking and
 * Financial Dealings Act 1971, schedule 1
 * @example
 * // Federal Territory Day and Thaipusam both fall on Sunday 1 February 2026:
 * holidayDays(holidays, organization);
 * // [{ date: 2026-02-01, holidays: [both], replacement: false },
 * //  { date: 2026-02-02, holidays: [both], replacement: true }]
 */
export function holidayDays(holidays: readonly Holiday[], rule: RestRule): readonly HolidayDay[] {
  const days = new Map<string, HolidayDay>();
  for (const holiday of holidays) {
    const key = holiday.date.toString();
    const before = days.get(key)?.holidays ?? [];
    days.set(key, { date: holiday.date, holidays: [...before, holiday], replacement: false });
  }
  for (const day of byDate(days.values())) {
    if (!isOneOf(rule.restDays, day.date)) continue;
    let date = day.date.add({ days: 1 });
    while (days.has(date.toString()) || !isOneOf(rule.workingWeek, date)) date = date.add({ days: 1 });
    days.set(date.toString(), { date, holidays: day.holidays, replacement: true });
  }
  return byDate(days.values());
}

const known = new WeakMap<Office, readonly DayOff[]>();

/** A day off of an office, and when it begins and ends there. */
type DayOff = HolidayDay & Span;

/** The days off of an office, by its own calendar: see {@link holidayDays}. */
export function daysOff(office: Office): readonly DayOff[] {
  const days =
    known.get(office) ??
    holidayDays(office.calendar.holidays, office).map((day) => ({
      ...day,
      ...wholeDay(day.date, office.timeZone),
    }));
  known.set(office, days);
  return days;
}

/**
 * True for a working day: a day of the working week that is not a day off.
 * @param days what {@link holidayDays} returned
 */
export function isWorkingDay(
  date: Temporal.PlainDate,
  { workingWeek }: Pick<Office, 'workingWeek'>,
  days: readonly HolidayDay[],
): boolean {
  return isOneOf(workingWeek, date) && !days.some((day) => day.date.equals(date));
}

/** True if a date falls on one of the weekdays. */
export function isOneOf(weekdays: readonly Weekday[], date: Temporal.PlainDate): boolean {
  return weekdays.some((weekday) => isoWeekday(weekday) === date.dayOfWeek);
}

function byDate(days: Iterable<HolidayDay>): HolidayDay[] {
  return [...days].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}
