import type { Temporal } from 'temporal-polyfill';
import { clockText } from '../../time/localTime';
import type { ShiftChange } from './changes';

/** Changed shifts that people read as one: the same two people at the same time, every day or every week. */
export interface ShiftSeries {
  readonly first: ShiftChange;
  /** The same as the first if it is the only one. */
  readonly last: ShiftChange;
  /** How many shifts it consists of. */
  readonly count: number;
  /** Days from one to the next. @default - it is only one */
  readonly everyDays?: 1 | 7;
}

/** Fewer are read one by one. */
const FEWEST = 3;

/**
 * The changed shifts of one rotation as series, in the order of their first ones. Shifts are in one
 * series if their people, their reason, and their local times are the same, and each is the same
 * number of days after the one before; other changes may lie between.
 * @param timeZone of the local times
 * @param whyText the reason of a change, in words
 */
export function seriesOf(
  changes: readonly ShiftChange[],
  timeZone: string,
  whyText: (change: ShiftChange) => string,
): readonly ShiftSeries[] {
  const all: ShiftChange[][] = [];
  const latest = new Map<string, ShiftChange[]>();
  for (const change of changes) {
    const key = [...kindOf(change, timeZone), whyText(change)].join('\n');
    const series = latest.get(key);
    if (series !== undefined && continues(series, change, timeZone)) {
      series.push(change);
      continue;
    }
    const begun = [change];
    latest.set(key, begun);
    all.push(begun);
  }
  const order = new Map(changes.map((change, index) => [change, index]));
  return all
    .flatMap((series) => (series.length < FEWEST ? series.map((each) => [each]) : [series]))
    .map((series) => seriesFrom(series, timeZone))
    .sort((a, b) => (order.get(a.first) ?? 0) - (order.get(b.first) ?? 0));
}

function seriesFrom(changes: readonly ShiftChange[], timeZone: string): ShiftSeries {
  const [first, second] = changes as readonly [ShiftChange, ShiftChange?];
  const last = changes.at(-1) ?? first;
  if (second === undefined) return { first, last, count: 1 };
  const everyDays = daysBetween(first.from, second.from, timeZone) === 1 ? 1 : 7;
  return { first, last, count: changes.length, everyDays };
}

/** What all shifts of a series have in common. */
function kindOf({ from, until, before, after }: ShiftChange, timeZone: string): readonly string[] {
  return [
    before?.onDuty.id ?? '',
    after?.onDuty.id ?? '',
    clockText(from, timeZone),
    clockText(until, timeZone),
    String(daysBetween(from, until, timeZone)),
  ];
}

function continues(series: readonly ShiftChange[], change: ShiftChange, timeZone: string): boolean {
  const [first, second] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined) return false;
  const days = daysBetween(last.from, change.from, timeZone);
  return second === undefined
    ? days === 1 || days === 7
    : days === daysBetween(first.from, second.from, timeZone);
}

/** How many local days later an instant is. */
function daysBetween(from: Temporal.Instant, until: Temporal.Instant, timeZone: string): number {
  const [first, last] = [from, until].map((at) => at.toZonedDateTimeISO(timeZone).toPlainDate());
  return first && last ? first.until(last).days : 0;
}
