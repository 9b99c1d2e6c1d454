import { Temporal } from 'temporal-polyfill';
import type { Aggregate } from '../../query';
import type { PlayedExpression, PlayedSeries } from './expression';
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

type Minutes = ReadonlyMap<number, number>;

function windowValue(
  { window, expression, aggregation }: MonitorQuery,
  series: readonly Series[],
  at: Temporal.Instant,
): number | undefined {
  const minutes = evaluated(expression, series, at.subtract(window), at);
  if (typeof minutes === 'number') return minutes;
  return minutes.size === 0 ? undefined : AGGREGATES[aggregation]([...minutes.values()]);
}

/** The values of an expression by minute; one number for a constant. */
function evaluated(
  expression: PlayedExpression,
  series: readonly Series[],
  from: Temporal.Instant,
  at: Temporal.Instant,
): Minutes | number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'series':
      return merged(expression, series, from, at);
    case 'abs':
      return mapped(evaluated(expression.of, series, from, at), Math.abs);
    case 'default_zero':
      return filled(evaluated(expression.of, series, from, at), from, at);
    case 'arithmetic': {
      const left = evaluated(expression.left, series, from, at);
      return joined(left, evaluated(expression.right, series, from, at), OPERATORS[expression.operator]);
    }
  }
}

function merged(
  query: PlayedSeries,
  series: readonly Series[],
  from: Temporal.Instant,
  at: Temporal.Instant,
): Minutes {
  const minutes = new Map<number, number[]>();
  for (const { points } of series.filter((each) => isRead(query, each))) {
    for (const point of points.slice(countUntil(points, from), countUntil(points, at))) {
      const minute = minuteOf(point.at);
      const others = minutes.get(minute);
      if (others === undefined) minutes.set(minute, [point.value]);
      else others.push(point.value);
    }
  }
  return new Map([...minutes].map(([minute, values]) => [minute, AGGREGATES[query.space](values)]));
}

function mapped(minutes: Minutes | number, change: (value: number) => number): Minutes | number {
  if (typeof minutes === 'number') return change(minutes);
  return new Map([...minutes].map(([minute, value]) => [minute, change(value)]));
}

/** Every minute of the window has a value: zero where there was none. */
function filled(minutes: Minutes | number, from: Temporal.Instant, at: Temporal.Instant): Minutes | number {
  if (typeof minutes === 'number') return minutes;
  const all = new Map<number, number>();
  for (let minute = minuteOf(from) + 1; minute <= minuteOf(at); minute += 1) {
    all.set(minute, minutes.get(minute) ?? 0);
  }
  return all;
}

/** Minutes in which both sides have a value; what is no finite number, such as x / 0, is no value. */
function joined(
  left: Minutes | number,
  right: Minutes | number,
  join: (a: number, b: number) => number,
): Minutes | number {
  if (typeof left === 'number') return joinedWith(right, (value) => join(left, value));
  if (typeof right === 'number') return joinedWith(left, (value) => join(value, right));
  const pairs = [...left].map(([minute, value]) => [minute, join(value, right.get(minute) ?? NaN)] as const);
  return new Map(pairs.filter(([, value]) => Number.isFinite(value)));
}

function joinedWith(minutes: Minutes | number, join: (value: number) => number): Minutes | number {
  const values = mapped(minutes, join);
  return typeof values === 'number'
    ? values
    : new Map([...values].filter(([, value]) => Number.isFinite(value)));
}

const OPERATORS = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const AGGREGATES: Readonly<Record<Aggregate, (values: readonly number[]) => number>> = {
  avg: (values) => sum(values) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value)),
  max: (values) => values.reduce((most, value) => Math.max(most, value)),
  sum,
};

function isRead({ metric, tags, without }: PlayedSeries, series: Omit<Series, 'points'>): boolean {
  return (
    series.metric === metric &&
    tags.every((tag) => hasTag(series.tags, tag)) &&
    !without.some((tag) => hasTag(series.tags, tag))
  );
}

/** A `*` in a query's tag stands for any text. */
function hasTag(tags: readonly string[], wanted: string): boolean {
  if (!wanted.includes('*')) return tags.includes(wanted);
  const parts = wanted.split('*').map((part) => part.replace(/[.]/g, '\\.'));
  const form = new RegExp(`^${parts.join('.*')}$`, 'u');
  return tags.some((tag) => form.test(tag));
}

function minuteOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 60_000);
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
