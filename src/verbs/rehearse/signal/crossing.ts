import { Temporal } from 'temporal-polyfill';
import { isBeyond, type MonitorQuery, type PlayedSeries, type Series, valueAt } from '../../../rehearsal';

/** Values of what a query reads, one for each of its series, on both sides of its bound and close to it. */
export interface Crossing {
  /** Values with which the monitor is well, as long as every point has them. */
  readonly well: readonly number[];
  /** Values with which the monitor alerts, as long as every point has them, after points that were well. */
  readonly broken: readonly number[];
}

/** How far from the bound: a hundredth of it, or this. */
const LEAST_STEP = 0.01;
/** How often the interval between two values is halved. */
const HALVINGS = 60;

/**
 * Values just within and just beyond a query's bound, of metrics that are reported every minute. One
 * of the query's series crosses it, while the others keep values that allow it to.
 * @returns undefined if no such values were found
 */
export function crossingOf(query: MonitorQuery): Crossing | undefined {
  const { threshold, aggregation, window } = query;
  const points = aggregation === 'sum' ? window.total('minutes') : 1;
  const step = Math.max(Math.abs(threshold) / 100, LEAST_STEP);
  const values = [
    ...[threshold - step, threshold + step].map((value) => value / points),
    ...[0, 1, -1, 100, -100, 1000, threshold * 10, threshold * 1000],
  ];
  for (const [index] of query.series.entries()) {
    for (const kept of [1, 100, 0, threshold]) {
      const others = query.series.map(() => kept);
      const found = crossing(query, values, (value) => others.with(index, value));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The crossing of one series whose value varies. */
function crossing(
  query: MonitorQuery,
  values: readonly number[],
  all: (value: number) => readonly number[],
): Crossing | undefined {
  for (const before of query.change === undefined ? [undefined] : values) {
    const isBroken = (value: number) => breaks(query, all(value), all(before ?? value));
    const well = before ?? values.find((value) => isBroken(value) === false);
    const beyond = values.find((value) => isBroken(value) === true);
    if (well === undefined || beyond === undefined || isBroken(well) !== false) continue;
    const [within, broken] = closer(well, beyond, isBroken);
    // A change is measured from the value before, which therefore stays.
    return { well: all(before ?? within), broken: all(broken) };
  }
  return undefined;
}

/** Two values on both sides of a bound, brought as close to it as a hundredth. */
function closer(
  good: number,
  bad: number,
  isBroken: (value: number) => boolean | undefined,
): readonly [within: number, beyond: number] {
  let [within, beyond] = [good, bad];
  for (let count = 0; count < HALVINGS; count += 1) {
    if (Math.abs(within - beyond) <= 2.1 * Math.max(Math.abs(beyond) / 100, LEAST_STEP)) break;
    const middle = (within + beyond) / 2;
    const isMiddleBroken = isBroken(middle);
    if (isMiddleBroken === undefined) break;
    if (isMiddleBroken) beyond = middle;
    else within = middle;
  }
  return [within, beyond];
}

const AT = Temporal.Instant.from('2026-01-01T12:00:00Z');

/**
 * Whether the monitor alerts if every point of its window has these values; undefined if they give no
 * number to compare.
 */
function breaks(query: MonitorQuery, now: readonly number[], before: readonly number[]): boolean | undefined {
  const shift = query.change?.shift ?? Temporal.Duration.from({ minutes: 0 });
  const minutes = query.window.total('minutes');
  const changed = AT.subtract(query.window);
  const count = query.change === undefined ? minutes : minutes + shift.total('minutes');
  const points = Array.from({ length: count }, (_, index) => AT.subtract({ minutes: count - 1 - index }));
  const series = query.series.map((each, index) => ({
    ...identityOf(each),
    points: points.map((at) => ({
      at,
      value: (Temporal.Instant.compare(at, changed) > 0 ? now[index] : before[index]) ?? 0,
    })),
  }));
  const value = valueAt(query, series, AT);
  return value === undefined || !Number.isFinite(value) ? undefined : isBeyond(query, value);
}

/** A series that a query reads: its metric, and tags that satisfy its scope and its groups. */
export function identityOf({ metric, tags, by }: PlayedSeries): Omit<Series, 'points'> {
  const given = tags.map((tag) => tag.replaceAll('*', 'any'));
  const groups = by.filter((key) => !given.some((tag) => tag.startsWith(`${key}:`)));
  return { metric, tags: [...given, ...groups.map((key) => `${key}:rehearsed`)] };
}
