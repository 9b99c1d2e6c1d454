import { Temporal } from 'temporal-polyfill';
import type { Span } from '../../roster';

/** From when on a zone keeps an offset. */
export interface Observance {
  /** Local time at which it begins, told in the offset before. */
  readonly from: Temporal.PlainDateTime;
  /** Offset before, `±hh:mm`. */
  readonly offsetFrom: string;
  /** Offset from then on, `±hh:mm`. */
  readonly offsetTo: string;
  /** Whether clocks are ahead of what they are at another time of the year. */
  readonly isDaylight: boolean;
}

/**
 * The offsets that a zone keeps from before a span until a year after it, in order: what a
 * calendar needs to read local times of the span. They are listed one by one and not by a
 * rule, since that is what the zone's history and law are.
 * @example
 * observances(span, 'Asia/Kuala_Lumpur'); // one, since 1982
 */
export function observances(span: Span, timeZone: string): readonly Observance[] {
  const start = span.from.toZonedDateTimeISO(timeZone);
  const end = span.until.toZonedDateTimeISO(timeZone).add({ years: 1 });
  const changes: Temporal.ZonedDateTime[] = [];
  let change = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (change === null) change = start.getTimeZoneTransition('next');
  while (change !== null && change.epochNanoseconds < end.epochNanoseconds) {
    changes.push(change);
    change = change.getTimeZoneTransition('next');
  }
  const least = Math.min(start.offsetNanoseconds, ...changes.map((each) => each.offsetNanoseconds));
  const listed = changes.map((each): Observance => {
    const before = each.subtract({ nanoseconds: 1 });
    return {
      from: each.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime(),
      offsetFrom: before.offset,
      offsetTo: each.offset,
      isDaylight: each.offsetNanoseconds > least,
    };
  });
  const first = changes[0];
  if (first !== undefined && first.epochNanoseconds <= start.epochNanoseconds) return listed;
  // Before its first change, or without any, a zone keeps the offset that it has.
  const { offset, offsetNanoseconds } = start;
  const from = Temporal.PlainDateTime.from('1970-01-01T00:00');
  return [{ from, offsetFrom: offset, offsetTo: offset, isDaylight: offsetNanoseconds > least }, ...listed];
}
