import { Temporal } from 'temporal-polyfill';
import type { Office } from '../catalog';
import { recurringInstant } from '../time/recurringInstant';
import { isBefore, overlap, type Span } from '../time/span';
import { daysOff, isWorkingDay } from './holidayCalendar';

/**
 * The office hours that overlap a span, whole, in order. A beginning or an end in an hour that the
 * clocks skip is the moment of the change, see {@link recurringInstant}.
 */
export function officeTimes(office: Office, span: Span): Span[] {
  const { timeZone, officeHours } = office;
  const off = daysOff(office);
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const last = dateOf(span.until);
  const found: Span[] = [];
  // Starts a day early: its office hours reach into the next day if the clocks go back at midnight.
  let date = dateOf(span.from).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!isWorkingDay(date, office, off)) continue;
    const at = (time: Temporal.PlainTime) => recurringInstant(date.toPlainDateTime(time), timeZone);
    const hours = { from: at(officeHours.from), until: at(officeHours.until) };
    // Both ends may be in an hour that the clocks skip.
    if (isBefore(hours.from, hours.until) && overlap(hours, span)) found.push(hours);
  }
  return found;
}

/** True if an instant is within an office's hours. */
export function isOfficeTime(office: Office, at: Temporal.Instant): boolean {
  return officeTimes(office, { from: at, until: at.add({ nanoseconds: 1 }) }).length > 0;
}
