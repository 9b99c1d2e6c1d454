import type { Temporal } from 'temporal-polyfill';

/**
 * When a local time that recurs (a hand-off, hours, a deadline) comes on one day: where the
 * clocks repeat it, the first time; where they skip it, the moment of the change.
 * @example
 * recurringInstant(Temporal.PlainDateTime.from('2026-03-29T01:30'), 'Europe/London'); // 2026-03-29T01:00:00Z
 */
export function recurringInstant(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant();
  // 'earlier' lies before the change by the length of the gap at most.
  return zoned.getTimeZoneTransition('next')?.toInstant() ?? zoned.toInstant();
}
