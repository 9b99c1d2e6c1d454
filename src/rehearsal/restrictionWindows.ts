import type { Temporal } from 'temporal-polyfill';
import type { Restriction } from '../deployment/deployment';
import { overlap, type Span } from '../time/span';
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
  const windows: Span[] = [];
  const period = restriction.kind === 'daily' ? 1 : 7;
  const first = firstDate(restriction, localDate(span.from, timeZone));
  const days = first.until(localDate(span.until, timeZone)).days;
  for (let day = 0; day <= days; day += period) {
    const window = windowOf(restriction, first.add({ days: day }), timeZone, counting);
    if (overlap(window, span)) windows.push(window);
  }
  return windows;
}

/** A day early enough for a window that reaches into the given day, even if a clock change makes it longer. */
function firstDate(restriction: Restriction, date: Temporal.PlainDate): Temporal.PlainDate {
  const first = date.subtract({ days: Math.ceil(restriction.duration.total('days')) + 1 });
  if (restriction.kind === 'daily') return first;
  return first.add({ days: (restriction.dayOfWeek - first.dayOfWeek + 7) % 7 });
}

function windowOf(
  restriction: Restriction,
  date: Temporal.PlainDate,
  timeZone: string,
  counting: Counting,
): Span {
  const local = date.toPlainDateTime(restriction.from);
  const from = local.toZonedDateTime(timeZone).toInstant();
  const until =
    counting === 'elapsed'
      ? from.add(restriction.duration)
      : local.add(restriction.duration).toZonedDateTime(timeZone).toInstant();
  return { from, until };
}

function localDate(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}
