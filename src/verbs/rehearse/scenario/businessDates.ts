import type { Temporal } from 'temporal-polyfill';

/**
 * The local date of a moment: the newest business date that can be reported then.
 *
 * Where a scenario reports earlier than it breaks, it is the first report's moment that
 * counts: a run of four hours that is too long at 01:00 was begun on the day before.
 */
export function businessDateAt(moment: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(timeZone).toPlainDate();
}

/**
 * An hour before a date began: when everything before it has been reported. Counted back
 * from midnight, not from the moment that breaks, because a day may have 23 or 25 hours.
 */
export function eveOf(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime(timeZone).toInstant().subtract({ hours: 1 });
}
