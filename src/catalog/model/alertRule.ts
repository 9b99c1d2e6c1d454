import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Paging } from './paging';
import type { RunbookSection } from './runbookSection';

/** The five classes of failure of the runbooks' common page. */
export const FAILURE_CLASSES = ['data', 'processing', 'infrastructure', 'human', 'external'] as const;

/** The class of failure that most often causes an alert. */
export type FailureClass = (typeof FAILURE_CLASSES)[number];

/** What all alert rules have in common. */
export interface AlertRuleBase extends Paging {
  /** Unique in its runbook; the slug of its section's heading. */
  readonly id: string;
  /** The class of failure that it most often is. */
  readonly failureClass: FailureClass;
  /**
   * Datadog's priority, 1 (highest) to 5.
   * @default - the monitor has none
   */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
  /**
   * Address of an existing page that explains it.
   * @default - the runbook's own page, and its section there
   */
  readonly runbook?: string;
  /** The section of the runbook that explains it; says nothing but its title if there is none. */
  readonly section: RunbookSection;
  /** Where its entry in the front matter starts. */
  readonly source: Location;
}

/** Not complete by a local time on the next working day after the business date. */
export interface DeadlineRule extends AlertRuleBase {
  readonly kind: 'deadline';
  /** Local time at the pipeline's office. */
  readonly by: Temporal.PlainTime;
}

/** The expected and actual values of a metric differ by more than a tolerance. */
export interface DiscrepancyRule extends AlertRuleBase {
  readonly kind: 'discrepancy';
  /** Names of metrics in the run ledger, at least one. */
  readonly metrics: readonly string[];
  /** Percentage of the expected value, at least 0. */
  readonly tolerancePercent: number;
}

/** Data lags by more than a duration. */
export interface FreshnessRule extends AlertRuleBase {
  readonly kind: 'freshness';
  /** Exact time: hours and minutes. */
  readonly maxLag: Temporal.Duration;
}

/** A metric deviates from its history: a sudden drop or rise. */
export interface TrendRule extends AlertRuleBase {
  readonly kind: 'trend';
  /** Names of metrics in the run ledger, at least one. */
  readonly metrics: readonly string[];
  /** Deviation from the median of the same weekday, in percent, above 0. */
  readonly deviationPercent: number;
  /** Weeks of history that count, a whole number of at least 1. */
  readonly weeks: number;
}

/** A run failed, and none has succeeded since. */
export interface FailureRule extends AlertRuleBase {
  readonly kind: 'failure';
}

/** A run takes longer than a duration; fires while it is still running. */
export interface DurationRule extends AlertRuleBase {
  readonly kind: 'duration';
  /** Exact time: hours and minutes. */
  readonly longerThan: Temporal.Duration;
}

/** A metric is below a minimum or above a maximum; at least one of them is given. */
export interface RangeRule extends AlertRuleBase {
  readonly kind: 'range';
  /** Names of metrics in the run ledger, at least one. */
  readonly metrics: readonly string[];
  /** Lowest plausible value. @default - no lower bound */
  readonly min?: number;
  /** Highest plausible value. @default - no upper bound */
  readonly max?: number;
}

/** A key metric was not reported. */
export interface MissingRule extends AlertRuleBase {
  readonly kind: 'missing';
  /** Names of metrics in the run ledger, at least one. */
  readonly metrics: readonly string[];
}

/** How the points of a metric become one number, over time and over its series. */
export const AGGREGATES = ['avg', 'min', 'max', 'sum'] as const;

/** One of {@link AGGREGATES}. */
export type Aggregate = (typeof AGGREGATES)[number];

/** What missing data does: notify, nothing, or count as recovered. */
export const NO_DATA = ['alert', 'ignore', 'resolve'] as const;

/** One of {@link NO_DATA}. */
export type NoData = (typeof NO_DATA)[number];

/** A metric that is in Datadog already is above or below a bound; needs no ledger. */
export interface MetricRule extends AlertRuleBase {
  readonly kind: 'metric';
  /** The metric's name in Datadog. */
  readonly metric: string;
  /** Tags that a series must have, by key, in the order of the data; empty for all series. */
  readonly where: Readonly<Record<string, string>>;
  /** Both over time and over series. */
  readonly aggregate: Aggregate;
  /** The evaluation window: whole minutes, a week at most. */
  readonly over: Temporal.Duration;
  /** Fires above it. @default - `below` is given */
  readonly above?: number;
  /** Fires below it. @default - `above` is given */
  readonly below?: number;
  /** What happens if no point arrives. */
  readonly noData: NoData;
  /**
   * What the number counts, for people.
   * @default - the number is printed alone
   */
  readonly unit?: string;
}

/** A rule in Datadog's own query language; needs no ledger. */
export interface QueryRule extends AlertRuleBase {
  readonly kind: 'query';
  /** In Datadog's own words; ends in a comparison with its threshold. */
  readonly query: string;
  /** Datadog's type of the monitor, e.g. `query alert`. */
  readonly type: string;
  /** What happens if no point arrives. @default - `alert` for metrics, otherwise what Datadog does */
  readonly noData?: NoData;
}

/** One rule of a runbook; each kind has its own keys. */
export type AlertRule = LedgerRule | MetricRule | QueryRule;

/** A rule that reads the run ledger. */
export type LedgerRule =
  | DeadlineRule
  | DiscrepancyRule
  | FreshnessRule
  | TrendRule
  | FailureRule
  | DurationRule
  | RangeRule
  | MissingRule;

/** The discriminant of {@link AlertRule}. */
export type AlertKind = AlertRule['kind'];

/** A kind of rule that reads the run ledger. */
export type LedgerKind = LedgerRule['kind'];

/** Whether a rule reads the run ledger; all others read what is in Datadog already. */
export function readsLedger(rule: AlertRule): rule is LedgerRule {
  return rule.kind !== 'metric' && rule.kind !== 'query';
}
