import type { AlertKind, FailureClass } from '../catalog';
import type { OnMissingData } from './missingData';

/** A Datadog monitor as data: what an alert rule becomes, for one of its metrics and bounds. */
export interface MonitorDefinition {
  /**
   * Ids from the data that identify this monitor within its pipeline, e.g.
   * `['growth-out-of-range', 'revenue_growth_pct', 'max']`. A public contract:
   * the Terraform address is made of them.
   */
  readonly path: readonly string[];
  /** Id of the pipeline. */
  readonly pipeline: string;
  /** Id of the alert rule. */
  readonly alert: string;
  /** Kind of the alert rule. */
  readonly kind: AlertKind;
  /** The class of failure that it most often is. */
  readonly failureClass: FailureClass;
  /** The metric that it watches. @default - the rule has no metrics */
  readonly metric?: string;
  /** Title in Datadog, unique within the pipeline. */
  readonly name: string;
  /** Datadog's type of the monitor. */
  readonly type: string;
  /** Its query; ends in `criticalText`. */
  readonly query: string;
  /** The critical threshold. */
  readonly critical: number;
  /** `critical` as the query and Terraform's `monitor_thresholds` print it, so that they never differ. */
  readonly criticalText: string;
  /** Datadog Markdown; not escaped for Terraform. */
  readonly message: string;
  /** `key:value`, sorted. */
  readonly tags: readonly string[];
  /** Datadog's priority, 1 (highest) to 5. @default - none */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
  /** What Datadog does without data. @default - it is not told, because monitors of this type cannot be */
  readonly onMissingData?: OnMissingData;
  /** Hours without data after which a group resolves, so that no incident stays open forever. */
  readonly timeoutHours: number;
}
