import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { RunbookSection } from './runbookSection';

/** The five classes of failure of the runbooks' common page. */
export const FAILURE_CLASSES = ['data', 'processing', 'infrastructure', 'human', 'external'] as const;

/** Which class of failure an alert most often is. */
export type FailureClass = (typeof FAILURE_CLASSES)[number];

/** What every alert rule has. */
export interface AlertRuleBase {
  /** Unique in its runbook; the slug of its section. */
  readonly id: string;
  readonly failureClass: FailureClass;
  /**
   * Datadog's priority, 1 (highest) to 5.
   * @default - the monitor has none
   */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
  readonly section: RunbookSection;
  readonly source: Location;
}

/** Not complete by a local time on the next working day after the business date. */
export interface DeadlineRule extends AlertRuleBase {
  readonly kind: 'deadline';
  readonly by: Temporal.PlainTime;
}

/** Expected and actual value of a metric differ by more than a tolerance. */
export interface DiscrepancyRule extends AlertRuleBase {
  readonly kind: 'discrepancy';
  readonly metrics: readonly string[];
  /** Percent of the expected value, at least 0. */
  readonly tolerancePercent: number;
}

/** Data lags by more than a duration. */
export interface FreshnessRule extends AlertRuleBase {
  readonly kind: 'freshness';
  readonly maxLag: Temporal.Duration;
}

/** A metric leaves its history: sudden drop or rise. */
export interface TrendRule extends AlertRuleBase {
  readonly kind: 'trend';
  readonly metrics: readonly string[];
  /** Percent of deviation from the same weekday's trailing median, above 0. */
  readonly deviationPercent: number;
  /** How many weeks of history count, whole, at least 1. */
  readonly weeks: number;
}

/** A run failed, and none has succeeded since. */
export interface FailureRule extends AlertRuleBase {
  readonly kind: 'failure';
}

/** A run takes longer than a duration, told while it still runs. */
export interface DurationRule extends AlertRuleBase {
  readonly kind: 'duration';
  readonly longerThan: Temporal.Duration;
}

/** A metric is below a minimum or above a maximum; at least one is given. */
export interface RangeRule extends AlertRuleBase {
  readonly kind: 'range';
  readonly metrics: readonly string[];
  /** @default - no lower bound */
  readonly min?: number;
  /** @default - no upper bound */
  readonly max?: number;
}

/** A key metric was not reported. */
export interface MissingRule extends AlertRuleBase {
  readonly kind: 'missing';
  readonly metrics: readonly string[];
}

/** One rule of a runbook; each kind has its own keys. */
export type AlertRule =
  | DeadlineRule
  | DiscrepancyRule
  | FreshnessRule
  | TrendRule
  | FailureRule
  | DurationRule
  | RangeRule
  | MissingRule;

/** The word that tells the kinds apart. */
export type AlertKind = AlertRule['kind'];
