import type { Temporal } from 'temporal-polyfill';
import { clockText, shortDateText } from './localTime';
import type { Span } from './span';

/** Times that people read as one: at the same time of day, every day or every week. */
export interface Series<T extends Span> {
  readonly first: T;
  /** The same as the first if it is the only one. */
  readonly last: T;
  /** How many times there are. */
  readonly count: number;
  /** Days from one to the next. @default - there is only one */
  readonly everyDays?: 1 | 7;
}

/** Fewer than this are listed one by one. */
const FEWEST = 3;

/**
 * Times as series, in the order of their first ones. Those of one kind are a series if their local
 * times of day are the same, and each is the same number of days after the one before; others may
 * lie between.
 * @param times in order
 * @param timeZone of the local times
 * @param kindOf what else must be the same
 */
export function seriesOf<T extends Span>(
  times: readonly T[],
  timeZone: string,
  kindOf: (time: T) => string,
): readonly Series<T>[] {
  const all: T[][] = [];
  const latest = new Map<string, T[]>();
  for (const time of times) {
    const key = [...clocksOf(time, timeZone), kindOf(time)].join('\n');
    const series = latest.get(key);
    if (series !== undefined && continues(series, time, timeZone)) {
      series.push(time);
      continue;
    }
    const begun = [time];
    latest.set(key, begun);
    all.push(begun);
  }
  const order = new Map(times.map((time, index) => [time, index]));
  return all
    .flatMap((series) => (series.length < FEWEST ? series.map((each) => [each]) : [series]))
    .map((series) => seriesFrom(series, timeZone))
    .sort((a, b) => (order.get(a.first) ?? 0) - (order.get(b.first) ?? 0));
}

/**
 * How often, and until when; empty if there is only one.
 * @example
 * repeatText(series, 'Europe/Berlin') // 'each day to Sun 29 Nov'
 */
export function repeatText({ first, last, everyDays }: Series<Span>, timeZone: string): string {
  if (everyDays === undefined) return '';
  return `each ${everyDays === 1 ? 'day' : 'week'} to ${shortDateText(last.from, timeZone, first.from)}`;
}

function seriesFrom<T extends Span>(times: readonly T[], timeZone: string): Series<T> {
  const [first, second] = times as readonly [T, T?];
  const last = times.at(-1) ?? first;
  if (second === undefined) return { first, last, count: 1 };
  const everyDays = daysBetween(first.from, second.from, timeZone) === 1 ? 1 : 7;
  return { first, last, count: times.length, everyDays };
}

/** The local times at which it starts and ends, and how many days lie between them. */
function clocksOf({ from, until }: Span, timeZone: string): readonly string[] {
  return [clockText(from, timeZone), clockText(until, timeZone), String(daysBetween(from, until, timeZone))];
}

function continues(series: readonly Span[], time: Span, timeZone: string): boolean {
  const [first, second] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined) return false;
  const days = daysBetween(last.from, time.from, timeZone);
  return second === undefined
    ? days === 1 || days === 7
    : days === daysBetween(first.from, second.from, timeZone);
}

/** How many local days later an instant is. */
function daysBetween(from: Temporal.Instant, until: Temporal.Instant, timeZone: string): number {
  const [first, last] = [from, until].map((at) => at.toZonedDateTimeISO(timeZone).toPlainDate());
  return first && last ? first.until(last).days : 0;
}
