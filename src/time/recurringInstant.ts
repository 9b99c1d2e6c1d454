import { Temporal } from 'temporal-polyfill';
import { asUtc, zoneOffsets } from './zoneOffsets';

/**
 * The instant of a recurring local time (a hand-off, hours, a deadline) on one day: if the clocks
 * repeat it, the first time; if they skip it, the moment of the change. To the millisecond.
 * @example
 * recurringInstant(Temporal.PlainDateTime.from('2026-03-29T01:30'), 'Europe/London'); // 2026-03-29T01:00:00Z
 */
export function recurringInstant(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(zoneOffsets(timeZone).instantOf(asUtc(local)));
}
