import type { Temporal } from 'temporal-polyfill';

/**
 * The local date of a moment, which is the newest business date that can be reported then.
 *
 * A scenario whose first report comes before it breaks takes the time of that report: a run that is
 * too long at 01:00, after four hours, started the day before.
 */
export function businessDateAt(moment: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(timeZone).toPlainDate();
}

/**
 * An hour before a date begins, by when everything before it has been reported. Counted from
 * midnight, not from the moment that breaks, because a day may have 23 or 25 hours.
 */
export function eveOf(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime(timeZone).toInstant().subtract({ hours: 1 });
}
