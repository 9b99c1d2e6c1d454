import { Temporal } from 'temporal-polyfill';
import type { Restriction } from '../deployment/deployment';
import { DAY, dayAt, timeOfDay, weekdayOf } from '../time/localDay';
import { overlap, type Span } from '../time/span';
import { zoneOffsets } from '../time/zoneOffsets';
import type { Counting } from './turns';

/**
 * The windows of a restriction that overlap a span, in order and whole (not clipped to
 * it). Each begins at its local time: the first one if the clocks repeat it; one that they skip
 * moves forward.
 *
 * @param timeZone The schedule's.
 * @param counting Whether a window that contains a clock change lasts its
 *   seconds or ends at its local time; see {@link Counting}.
 * @example
 * // Daily at 22:00 for 10 hours in Asia/Kuala_Lumpur, on the UTC day 2026-01-05:
 * // 2026-01-05T14:00Z to 2026-01-06T00:00Z, but not 2026-01-04T14:00Z to 2026-01-05T00:00Z.
 */
export function restrictionWindows(
  restriction: Restriction,
  timeZone: string,
  span: Span,
  counting: Counting,
): Span[] {
  const zone = zoneOffsets(timeZone);
  const opens = timeOfDay(restriction.from);
  const length = restriction.duration.total('milliseconds');
  const period = restriction.kind === 'daily' ? 1 : 7;
  const last = dayAt(span.until, timeZone);
  const windows: Span[] = [];
  for (let day = firstDay(restriction, length, dayAt(span.from, timeZone)); day <= last; day += period) {
    const begins = day * DAY + opens;
    const from = zone.compatibleInstantOf(begins);
    const until = counting === 'elapsed' ? from + length : zone.compatibleInstantOf(begins + length);
    const window = {
      from: Temporal.Instant.fromEpochMilliseconds(from),
      until: Temporal.Instant.fromEpochMilliseconds(until),
    };
    if (overlap(window, span)) windows.push(window);
  }
  return windows;
}

/** A day early enough for a window that reaches into the given day, even if a clock change makes it longer. */
function firstDay(restriction: Restriction, length: number, day: number): number {
  const first = day - Math.ceil(length / DAY) - 1;
  if (restriction.kind === 'daily') return first;
  return first + ((restriction.dayOfWeek - weekdayOf(first) + 7) % 7);
}
