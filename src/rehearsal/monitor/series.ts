import { Temporal } from 'temporal-polyfill';
import type { MonitorQuery } from './query';

/** A value that was reported at a moment. */
export interface Point {
  readonly at: Temporal.Instant;
  readonly value: number;
}

/** Points of one metric with one set of tags, in the order of their times. */
export interface Series {
  readonly metric: string;
  /** `key:value` */
  readonly tags: readonly string[];
  readonly points: readonly Point[];
}

/** Whether a query reads a series. */
export function reads({ metric, tags }: MonitorQuery, series: Omit<Series, 'points'>): boolean {
  return series.metric === metric && tags.every((tag) => series.tags.includes(tag));
}

/**
 * The value that a query compares at a moment: first the series of each minute become
 * one, then the minutes of the window that ends at the moment. A point at the window's
 * very beginning is no longer in it.
 * @returns undefined where no point is in the window
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

/** Whether a value is beyond the query's threshold. */
export function isBeyond({ comparison, threshold }: MonitorQuery, value: number): boolean {
  if (comparison === '>') return value > threshold;
  if (comparison === '>=') return value >= threshold;
  return comparison === '<' ? value < threshold : value <= threshold;
}

/** Read from the end, because a rehearsal asks for the newest. */
function within(points: readonly Point[], after: Temporal.Instant, until: Temporal.Instant): Point[] {
  const found: Point[] = [];
  for (const point of points.toReversed()) {
    if (Temporal.Instant.compare(point.at, until) > 0) continue;
    if (Temporal.Instant.compare(point.at, after) <= 0) break;
    found.push(point);
  }
  return found;
}
