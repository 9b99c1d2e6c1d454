import { Temporal } from 'temporal-polyfill';
import type { Span } from '../../../roster';

/** The lengths of spans added up, in hours and less. */
export function lengthOf(spans: readonly Span[]): Temporal.Duration {
  return spans.reduce(
    (sum, { from, until }) => sum.add(from.until(until, { largestUnit: 'hours' })),
    new Temporal.Duration(),
  );
}
