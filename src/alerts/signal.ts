import type { Aggregate } from '../catalog';

/** When a monitor fires: an aggregation of a metric's points, compared with a number. */
export interface Condition {
  /**
   * How the points of the window become one value: `min` with `>` and `max` with `<` fire
   * if every point is beyond the threshold, the other combinations if one point is.
   */
  readonly aggregation: Aggregate;
  /** Datadog's evaluation window. */
  readonly window: `last_${string}`;
  /** How simultaneous points of several series become one. */
  readonly space: Aggregate;
  /**
   * True if the sign of the gauge is ignored.
   * @default false
   */
  readonly absolute?: boolean;
  /** How the value is compared with `critical`. */
  readonly comparison: '>' | '>=' | '<';
  /** The number in both the query and the critical threshold. */
  readonly critical: number;
}

/** Every point of the last quarter of an hour is above the threshold. */
export const STAYS_ABOVE = {
  aggregation: 'min',
  window: 'last_15m',
  space: 'max',
  comparison: '>',
} as const satisfies Omit<Condition, 'critical'>;

/** What one monitor of a rule watches, and how messages describe it. */
export interface Signal {
  /** What distinguishes it from the rule's other signals: nothing, the metric, or the metric and the bound. */
  readonly path: readonly string[];
  /** The metric that it watches. @default - the rule has no metrics */
  readonly metric?: string;
  /** The path in words, for the names of monitors if a rule has several signals; not inert. */
  readonly label: string;
  /**
   * The series that it reads, as a query writes them.
   * @default - the gauge of the rule's kind, for its pipeline and metric
   */
  readonly series?: string;
  /** When the monitor fires. @default - the rule says it in Datadog's own words */
  readonly condition?: Condition;
  /** What happened: a whole sentence, inert except for `{{value}}`. */
  readonly happened: string;
  /** What is true again after recovery: follows `Recovered: `, with a full stop; inert. */
  readonly recovered: string;
  /**
   * What silence may mean, a line each; inert.
   * @default - that the reader of the run ledger has died
   */
  readonly silence?: readonly string[];
}
