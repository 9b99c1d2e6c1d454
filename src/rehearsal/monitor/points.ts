import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../time/span';

/** A value that was reported at an instant. */
export interface Point {
  readonly at: Temporal.Instant;
  readonly value: number;
}

/** Points of one metric with one set of tags, in the order of their times. */
export interface Series {
  readonly metric: string;
  /** `key:value` each. */
  readonly tags: readonly string[];
  readonly points: readonly Point[];
}

/** How many points were reported up to an instant, included; a binary search, because a rehearsal asks for every minute. */
export function countUntil(points: readonly Point[], moment: Temporal.Instant): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle];
    if (point !== undefined && !isBefore(moment, point.at)) low = middle + 1;
    else high = middle;
  }
  return low;
}
