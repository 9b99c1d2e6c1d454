import type { LedgerKind } from '../catalog';

/** A tag key that distinguishes the series of a gauge. */
export type GaugeTag = 'pipeline' | 'alert' | 'metric';

/** A state gauge: emitted about once a minute, and repeated until the state changes. */
export interface Gauge {
  /** Datadog metric. */
  readonly name: string;
  /** Keys of the tags that identify one series, in the order in which queries name them. */
  readonly tags: readonly GaugeTag[];
}

/**
 * The gauge that each kind of rule on the run ledger reads, and that the telemetry emits.
 *
 * `alert` is a tag only if the value depends on the rule's own keys: two
 * deadlines of a pipeline are overdue by different times (`by`), two trends
 * compare with different histories (`weeks`). All other values depend only on
 * the pipeline and the metric; the rule's number is just the threshold, so
 * several rules share a series.
 */
export const GAUGES = {
  deadline: { name: 'pipeline.deadline.overdue_seconds', tags: ['pipeline', 'alert'] },
  discrepancy: { name: 'pipeline.reconciliation.discrepancy_pct', tags: ['pipeline', 'metric'] },
  freshness: { name: 'pipeline.data.lag_seconds', tags: ['pipeline'] },
  trend: { name: 'pipeline.trend.deviation_pct', tags: ['pipeline', 'alert', 'metric'] },
  failure: { name: 'pipeline.run.failed', tags: ['pipeline'] },
  duration: { name: 'pipeline.run.elapsed_seconds', tags: ['pipeline'] },
  range: { name: 'pipeline.metric.value', tags: ['pipeline', 'metric'] },
  missing: { name: 'pipeline.metric.present', tags: ['pipeline', 'metric'] },
} as const satisfies Record<LedgerKind, Gauge>;
