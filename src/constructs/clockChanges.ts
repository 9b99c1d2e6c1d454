import type { Temporal } from 'temporal-polyfill';

/** How far ahead to look: clocks that change at all change within a year. */
const AHEAD = { days: 400 };

/**
 * The clock changes in a zone within about a year, in order; none if the clocks never change.
 * @example
 * clockChanges('Europe/London', Temporal.Instant.from('2026-11-26T00:00:00Z'))
 * // [2027-03-28T01:00:00Z, 2027-10-31T01:00:00Z]
 */
export function clockChanges(timeZone: string, from: Temporal.Instant): Temporal.Instant[] {
  const last = from.toZonedDateTimeISO('UTC').add(AHEAD).epochNanoseconds;
  const found: Temporal.Instant[] = [];
  let next = from.toZonedDateTimeISO(timeZone).getTimeZoneTransition('next');
  while (next !== null && next.epochNanoseconds < last) {
    found.push(next.toInstant());
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/**
 * Whether a span of local time contains no clock change: elapsed and wall time count it the
 * same, and both of its ends occur exactly once.
 */
export function isSteady(
  start: Temporal.PlainDateTime,
  length: Temporal.Duration,
  timeZone: string,
): boolean {
  const end = start.add(length);
  const isOnce = (at: Temporal.PlainDateTime) =>
    at
      .toZonedDateTime(timeZone, { disambiguation: 'earlier' })
      .equals(at.toZonedDateTime(timeZone, { disambiguation: 'later' }));
  const elapsed = start
    .toZonedDateTime(timeZone)
    .toInstant()
    .until(end.toZonedDateTime(timeZone).toInstant());
  return isOnce(start) && isOnce(end) && elapsed.total('minutes') === length.total('minutes');
}
