import type { Temporal } from 'temporal-polyfill';
import { skippedTime } from './skippedTime';

/**
 * The instant of a recurring local time (a hand-off, hours, a deadline) on one day: if the clocks
 * repeat it, the first time; if they skip it, the moment of the change.
 * @example
 * recurringInstant(Temporal.PlainDateTime.from('2026-03-29T01:30'), 'Europe/London'); // 2026-03-29T01:00:00Z
 */
export function recurringInstant(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  // Zoned arithmetic is slow, so what is skipped is looked for only where something is.
  const isSkipped = !zoned.toPlainDateTime().equals(local);
  return (isSkipped ? skippedTime(local, timeZone)?.change : undefined) ?? zoned.toInstant();
}
