import { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../catalog';
import { overlap, type Span } from '../time/span';
import { holidayDays, isWorkingDay } from './holidayCalendar';

/** The office hours that have time in common with a span, each as a whole, in order. */
export function officeTimes({ organization, holidays }: Catalog, span: Span): Span[] {
  const { timeZone, officeHours } = organization;
  const daysOff = holidayDays(holidays, organization);
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const last = dateOf(span.until);
  const found: Span[] = [];
  // The day before, whose office hours last into this one where clocks go back at midnight.
  let date = dateOf(span.from).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!isWorkingDay(date, organization, daysOff)) continue;
    const at = (plainTime: Temporal.PlainTime) => date.toZonedDateTime({ timeZone, plainTime }).toInstant();
    const hours = { from: at(officeHours.from), until: at(officeHours.until) };
    if (overlap(hours, span)) found.push(hours);
  }
  return found;
}

/** Whether people are at work at a moment. */
export function isOfficeTime(catalog: Catalog, at: Temporal.Instant): boolean {
  return officeTimes(catalog, { from: at, until: at.add({ nanoseconds: 1 }) }).length > 0;
}
