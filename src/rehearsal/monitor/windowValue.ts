import type { Temporal } from 'temporal-polyfill';
import type { Aggregate } from '../../query';
import type { PlayedExpression, PlayedSeries } from './expression';
import { countUntil, type Series } from './points';
import type { MonitorQuery } from './query';
import { isRead } from './tagged';

/** Values by minute, counted from the epoch. */
type Minutes = ReadonlyMap<number, number>;

/**
 * What a query's expression is over the window that ends at an instant.
 * @returns undefined if no minute of it has a value
 */
export function windowValue(
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

/** Minutes in which both sides have a value; a result that is not finite, such as x / 0, is left out. */
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

function minuteOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 60_000);
}
