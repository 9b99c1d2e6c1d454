import type { Temporal } from 'temporal-polyfill';

/** A Datadog monitor. */
export interface Monitor {
  /** Terraform address or API id. */
  readonly key: string;
  /** Title in Datadog. */
  readonly name: string;
  /** E.g. `query alert`. */
  readonly type: string;
  /** In Datadog's query language, with the threshold at its end. */
  readonly query: string;
  /** What the query is compared with. */
  readonly thresholds: { readonly critical: number };
  /** Datadog Markdown, as Datadog receives it. */
  readonly message: string;
  /** `key:value` each. */
  readonly tags: readonly string[];
  /**
   * 1 (highest) to 5.
   * @default - none
   */
  readonly priority?: number;
  /** When it fires and notifies. */
  readonly options: MonitorOptions;
}

/** When a monitor fires and notifies, beyond its query. */
export interface MonitorOptions {
  /** Whether it waits until the whole window has data. */
  readonly requireFullWindow: boolean;
  /**
   * What silence means.
   * @default - the vendor's, which depends on the monitor's type
   */
  readonly onMissingData?: MissingData;
  /**
   * Hours without data after which a triggered monitor resolves.
   * @default - never
   */
  readonly timeoutHours?: number;
  /**
   * Whether it notifies again while it stays bad.
   * @default - it notifies once
   */
  readonly renotify?: Renotify;
}

/** What a monitor does without data, in Datadog's words. */
export type MissingData = 'default' | 'show_no_data' | 'show_and_notify_no_data' | 'resolve';

/** How a monitor notifies again while it stays in one of the states. */
export interface Renotify {
  /** Minutes since the last notification. */
  readonly intervalMinutes: number;
  /**
   * The states in which it does.
   * @default - Datadog's own
   */
  readonly statuses?: readonly MonitorStatus[];
  /**
   * How many times.
   * @default - until it recovers
   */
  readonly occurrences?: number;
  /**
   * What it says.
   * @default - the monitor's message
   */
  readonly message?: string;
}

/** A state of a monitor that notifies. */
export type MonitorStatus = 'alert' | 'warn' | 'no data';

/** A time in which monitors are muted. */
export interface Downtime {
  /** Terraform address or API id. */
  readonly key: string;
  /** Datadog's scope of groups, e.g. `*`. */
  readonly scope: string;
  /** Monitors that carry all of the tags, or one monitor by its key. */
  readonly monitors: { readonly tags: readonly string[] } | { readonly monitor: string };
  /** When it mutes them. */
  readonly time: DowntimeOnce | DowntimeRecurring;
  /** States that notify when the downtime ends; if either list is empty, nothing does. */
  readonly notifyEndStates: readonly MonitorStatus[];
  /** The ends at which they notify. */
  readonly notifyEndTypes: readonly DowntimeEnd[];
  /**
   * `mute_first_recovery_notification`: whether the recovery of an alert from before the
   * downtime is muted, too.
   * @default false
   */
  readonly mutesFirstRecovery?: boolean;
}

/** How a downtime ends. */
export type DowntimeEnd = 'canceled' | 'expired';

/** The time of a downtime that happens once. */
export interface DowntimeOnce {
  readonly kind: 'once';
  /**
   * First instant.
   * @default - it has begun, or begins when it is deployed
   */
  readonly from?: Temporal.Instant;
  /** First instant after it. */
  readonly until: Temporal.Instant;
}

/** The times of a downtime that recurs. */
export interface DowntimeRecurring {
  readonly kind: 'recurring';
  /** IANA zone of the recurrences. */
  readonly timeZone: string;
  /** One or more rules. */
  readonly recurrences: readonly Recurrence[];
}

/** One rule by which a downtime recurs. */
export interface Recurrence {
  /** First occurrence, in the downtime's zone; the deployed one may be earlier, at the same time of day. */
  readonly start: Temporal.PlainDateTime;
  /** Length of each occurrence. */
  readonly duration: Temporal.Duration;
  /** RFC 5545, without `DTSTART`. */
  readonly rrule: string;
}
