import type { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../time/recurringInstant';
import { isBefore, type Span } from '../time/span';
import type { IsoWeekday, OfficeHours } from './officeHours';

/** When people are at work, and when not. */
export interface OfficeCalendar {
  /** Their hours on working days. */
  readonly officeHours: OfficeHours;
  /** IANA zone of the hours and holidays. */
  readonly timeZone: string;
  /** Days on which nobody is at work. */
  readonly holidays: readonly Temporal.PlainDate[];
}

/** The most days in a row without office hours that are plausible. */
const LONGEST = 400;

/**
 * The times outside office hours, in order and each as a whole: from the one that contains or
 * follows `from` to the one that contains or precedes `until`, and at least two. One that is
 * under way at `from` begins there.
 */
export function offTimes(calendar: OfficeCalendar, from: Temporal.Instant, until: Temporal.Instant): Span[] {
  const found: Span[] = [];
  const today = from.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  let closed = from;
  let idle = 0;
  // Yesterday's office hours may last into today where clocks go back at midnight.
  let date = today.subtract({ days: 1 });
  for (; (isBefore(closed, until) || found.length < 2) && idle < LONGEST; date = date.add({ days: 1 })) {
    const hours = hoursOf(date, calendar);
    idle = hours === undefined ? idle + 1 : 0;
    if (hours === undefined || !isBefore(closed, hours.until)) continue;
    if (isBefore(closed, hours.from)) found.push({ from: closed, until: hours.from });
    closed = hours.until;
  }
  return found;
}

/**
 * The office hours of a local day; what the clocks skip is the moment of the change.
 * @returns undefined on a day off, and where the clocks skip them altogether
 */
function hoursOf(
  date: Temporal.PlainDate,
  { officeHours, timeZone, holidays }: OfficeCalendar,
): Span | undefined {
  if (!officeHours.workingWeek.includes(date.dayOfWeek as IsoWeekday)) return undefined;
  if (holidays.some((holiday) => holiday.equals(date))) return undefined;
  const at = (time: Temporal.PlainTime) => recurringInstant(date.toPlainDateTime(time), timeZone);
  const hours = { from: at(officeHours.from), until: at(officeHours.until) };
  return isBefore(hours.from, hours.until) ? hours : undefined;
}
