import type { AlertKind, FailureClass } from '../catalog';

/** A Datadog monitor as data: what one alert rule (one metric, one bound of it) becomes. */
export interface MonitorDefinition {
  /**
   * Ids from the data that name this monitor below its pipeline, e.g.
   * `['growth-out-of-range', 'revenue_growth_pct', 'max']`. A public contract:
   * they make the Terraform address.
   */
  readonly path: readonly string[];
  /** Id of the pipeline. */
  readonly pipeline: string;
  /** Id of the alert rule. */
  readonly alert: string;
  readonly kind: AlertKind;
  readonly failureClass: FailureClass;
  /** @default - the rule has no metrics */
  readonly metric?: string;
  /** Title in Datadog, unique within the pipeline. */
  readonly name: string;
  /** Query of a monitor of type `query alert`; ends in `criticalText`. */
  readonly query: string;
  /** The critical threshold. */
  readonly critical: number;
  /** `critical` as the query and Terraform's `monitor_thresholds` print it, so that they never differ. */
  readonly criticalText: string;
  /** Datadog Markdown; not escaped for Terraform. */
  readonly message: string;
  /** `key:value`, sorted. */
  readonly tags: readonly string[];
  /** @default - none */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
  /** What silence means to this monitor. */
  readonly onMissingData: 'show_and_notify_no_data';
  /** Hours after which a group that reports no data resolves, so that no incident stays open for ever. */
  readonly timeoutHours: number;
}
