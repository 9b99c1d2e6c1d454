import { Temporal } from 'temporal-polyfill';
import type { Aggregate, MonitorQuery } from './query';

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
  return series.metric === metric && tags.every((tag) => hasTag(series.tags, tag));
}

/** A `*` in a query's tag stands for any text. */
function hasTag(tags: readonly string[], wanted: string): boolean {
  if (!wanted.includes('*')) return tags.includes(wanted);
  const parts = wanted.split('*').map((part) => part.replace(/[.]/g, '\\.'));
  const form = new RegExp(`^${parts.join('.*')}$`, 'u');
  return tags.some((tag) => form.test(tag));
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
    const value = AGGREGATES[query.space](each);
    return query.absolute ? Math.abs(value) : value;
  });
  return AGGREGATES[query.aggregation](values);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const AGGREGATES: Readonly<Record<Aggregate, (values: readonly number[]) => number>> = {
  avg: (values) => sum(values) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value)),
  max: (values) => values.reduce((most, value) => Math.max(most, value)),
  sum,
};

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
