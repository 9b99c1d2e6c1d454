import { isBeyond, type MonitorQuery } from '../../../rehearsal';

/** Two values of a metric, one on each side of a bound, and close to it. */
export interface Crossing {
  /** The monitor is well as long as every point has it. */
  readonly well: number;
  /** The monitor alerts as long as every point has it. */
  readonly broken: number;
}

/** How far from the bound: a hundredth of it, or this. */
const LEAST_STEP = 0.01;

/** The values just within and just beyond a query's bound, of a metric that is reported every minute. */
export function crossingOf(query: MonitorQuery): Crossing {
  const { aggregation, window, threshold } = query;
  const points = aggregation === 'sum' ? window.total('minutes') : 1;
  const step = Math.max(Math.abs(threshold) / 100, LEAST_STEP);
  const [below, above] = [(threshold - step) / points, (threshold + step) / points];
  return isBeyond(query, threshold + step) ? { well: below, broken: above } : { well: above, broken: below };
}
