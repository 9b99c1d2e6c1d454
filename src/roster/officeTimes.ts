import { Temporal } from 'temporal-polyfill';
import type { Office } from '../catalog';
import { overlap, type Span } from '../time/span';
import { daysOff, isWorkingDay } from './holidayCalendar';

/** The office hours that overlap a span, whole, in order. */
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
    const at = (plainTime: Temporal.PlainTime) => date.toZonedDateTime({ timeZone, plainTime }).toInstant();
    const hours = { from: at(officeHours.from), until: at(officeHours.until) };
    if (overlap(hours, span)) found.push(hours);
  }
  return found;
}

/** True if an instant is within an office's hours. */
export function isOfficeTime(office: Office, at: Temporal.Instant): boolean {
  return officeTimes(office, { from: at, until: at.add({ nanoseconds: 1 }) }).length > 0;
}
