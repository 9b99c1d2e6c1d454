import type { Temporal } from 'temporal-polyfill';
import { countUntil, type Series } from './points';
import type { MonitorQuery } from './query';
import { isRead } from './tagged';
import { windowValue } from './windowValue';

export type { Point, Series } from './points';

/** Whether a query reads a series. */
export function reads({ series: all }: MonitorQuery, series: Omit<Series, 'points'>): boolean {
  return all.some((each) => isRead(each, series));
}

/**
 * The series of each of a query's groups, in the order in which they appear; all of them if it has
 * no groups. A series that lacks a group's tag is in none.
 */
export function groupsOf(query: MonitorQuery, series: readonly Series[]): readonly (readonly Series[])[] {
  if (query.by.length === 0) return [series];
  const groups = new Map<string, Series[]>();
  for (const each of series.filter((one) => reads(query, one))) {
    const tags = query.by.map((key) => each.tags.find((tag) => tag.startsWith(`${key}:`)));
    if (tags.includes(undefined)) continue;
    groups.set(tags.join(), [...(groups.get(tags.join()) ?? []), each]);
  }
  return [...groups.values()];
}

/**
 * The value that a query compares at an instant. First the series are merged minute by minute,
 * then the minutes of the window that ends at the instant. A point exactly at the window's
 * beginning is outside.
 * @returns undefined if no point is in the window; of a change, if there was none before or it was zero
 */
export function valueAt(
  query: MonitorQuery,
  series: readonly Series[],
  at: Temporal.Instant,
): number | undefined {
  const now = windowValue(query, series, at);
  if (now === undefined || query.change === undefined) return now;
  const before = windowValue(query, series, at.subtract(query.change.shift));
  if (before === undefined) return undefined;
  if (!query.change.isRelative) return now - before;
  return before === 0 ? undefined : ((now - before) / Math.abs(before)) * 100;
}

/** Whether any point that a query reads was reported up to an instant, included. */
export function hasReported(query: MonitorQuery, series: readonly Series[], at: Temporal.Instant): boolean {
  return series.some((each) => reads(query, each) && countUntil(each.points, at) > 0);
}

/** Whether a value is beyond the query's threshold. */
export function isBeyond({ comparison, threshold }: MonitorQuery, value: number): boolean {
  if (comparison === '>') return value > threshold;
  if (comparison === '>=') return value >= threshold;
  return comparison === '<' ? value < threshold : value <= threshold;
}
