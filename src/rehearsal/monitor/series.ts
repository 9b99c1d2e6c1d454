import { Temporal } from 'temporal-polyfill';
import type { MonitorQuery } from './query';

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

/** Whether a query reads a series. */
export function reads({ metric, tags }: MonitorQuery, series: Omit<Series, 'points'>): boolean {
  return series.metric === metric && tags.every((tag) => series.tags.includes(tag));
}

/**
 * The value that a query compares at an instant. First the series are merged minute by minute,
 * then the minutes of the window that ends at the instant. A point exactly at the window's
 * beginning is outside.
 * @returns undefined if no point is in the window
 */
export function valueAt(
  query: MonitorQuery,
  series: readonly Series[],
  at: Temporal.Instant,
): number | undefined {
  const from = at.subtract(query.window);
  const minutes = new Map<bigint, number[]>();
  for (const { points } of series.filter((each) => reads(query, each))) {
    for (const point of within(points, from, at)) {
      const minute = point.at.epochNanoseconds / 60_000_000_000n;
      minutes.set(minute, [...(minutes.get(minute) ?? []), point.value]);
    }
  }
  if (minutes.size === 0) return undefined;
  const values = [...minutes.values()].map((each) => {
    const value = Math[query.space](...each);
    return query.absolute ? Math.abs(value) : value;
  });
  return Math[query.aggregation](...values);
}

/** Whether any point that a query reads was reported until an instant. */
export function hasReported(query: MonitorQuery, series: readonly Series[], at: Temporal.Instant): boolean {
  return series.some((each) => reads(query, each) && countUntil(each.points, at) > 0);
}

/** Whether a value is beyond the query's threshold. */
export function isBeyond({ comparison, threshold }: MonitorQuery, value: number): boolean {
  if (comparison === '>') return value > threshold;
  if (comparison === '>=') return value >= threshold;
  return comparison === '<' ? value < threshold : value <= threshold;
}

function within(points: readonly Point[], after: Temporal.Instant, until: Temporal.Instant): Point[] {
  return points.slice(countUntil(points, after), countUntil(points, until));
}

/** How many points were reported until an instant; a binary search, because a rehearsal asks for every minute. */
function countUntil(points: readonly Point[], moment: Temporal.Instant): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle];
    if (point !== undefined && Temporal.Instant.compare(point.at, moment) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
