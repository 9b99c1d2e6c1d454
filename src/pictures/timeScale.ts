import type { Temporal } from 'temporal-polyfill';
import type { Span } from '../time/span';

/** Maps moments to positions in a picture. */
export interface TimeScale {
  /** The time that is shown. */
  readonly span: Span;
  /** The left edge, where the span begins. */
  readonly left: number;
  /** The right edge, where it ends. */
  readonly right: number;
  /** Where a moment is. Elapsed time counts, so a day on which the clocks change is longer or shorter. */
  readonly x: (at: Temporal.Instant) => number;
}

/** A scale of elapsed time. @throws RangeError if the span is empty */
export function timeScale(span: Span, left: number, right: number): TimeScale {
  const begin = span.from.epochMilliseconds;
  const length = span.until.epochMilliseconds - begin;
  if (length <= 0) throw new RangeError(`an empty span in a picture: ${span.from} until ${span.until}`);
  const x = (at: Temporal.Instant) => left + ((at.epochMilliseconds - begin) / length) * (right - left);
  return { span, left, right, x };
}

/** The width of 24 hours. */
export function dayWidth(scale: TimeScale): number {
  const from = scale.span.from;
  return scale.x(from.add({ hours: 24 })) - scale.x(from);
}
