import type { Temporal } from 'temporal-polyfill';

/**
 * What is deployed in PagerDuty and Datadog, as far as it decides who is paged
 * and when. Plain data in the vendors' own terms, whatever it was read from.
 * Keys are Terraform addresses or API ids.
 */
export interface Deployment {
  readonly schedules: readonly Schedule[];
  readonly escalationPolicies: readonly EscalationPolicy[];
  readonly services: readonly Service[];
  readonly handles: readonly Handle[];
  readonly monitors: readonly Monitor[];
  readonly downtimes: readonly Downtime[];
}

/** A PagerDuty schedule. */
export interface Schedule {
  readonly key: string;
  readonly name: string;
  /** IANA zone; restrictions are in its local time. */
  readonly timeZone: string;
  /** In Terraform's order: where layers overlap, the last one wins. PagerDuty's API lists them the other way round. */
  readonly layers: readonly Layer[];
}

/** A rotation of users in a schedule. */
export interface Layer {
  /** @default - PagerDuty names it */
  readonly name?: string;
  /** The first moment at which the layer can page anybody. */
  readonly start: Temporal.Instant;
  /**
   * The first moment at which it no longer can.
   * @default - it never ends
   */
  readonly end?: Temporal.Instant;
  /** Where turns are counted from: the first turn of the first user begins here, before or after `start`. */
  readonly rotationVirtualStart: Temporal.Instant;
  /** `rotation_turn_length_seconds`. */
  readonly turnLength: Temporal.Duration;
  /** Log-in e-mails, in the order of their turns; at least one. */
  readonly users: readonly string[];
  /** Empty: the layer stands at all hours. Several: it stands where any of them lets it. */
  readonly restrictions: readonly Restriction[];
}

/** The hours at which a layer stands, in the schedule's local time. Turns go on behind it. */
export type Restriction =
  | { readonly kind: 'daily'; readonly from: Temporal.PlainTime; readonly duration: Temporal.Duration }
  | {
      readonly kind: 'weekly';
      /** ISO weekday: 1 is Monday, 7 Sunday. */
      readonly dayOfWeek: number;
      readonly from: Temporal.PlainTime;
      readonly duration: Temporal.Duration;
    };

/** Whom PagerDuty pages, in which order. */
export interface EscalationPolicy {
  readonly key: string;
  readonly name: string;
  /** `num_loops`: how often the rules are gone through again after the first time; 0 to 9. */
  readonly repeat: number;
  readonly rules: readonly EscalationRule[];
}

/** One level of an escalation policy: all of its targets are paged at once. */
export interface EscalationRule {
  /** Minutes without an acknowledgement until the next rule. */
  readonly delayMinutes: number;
  readonly targets: readonly EscalationTarget[];
}

/** A person, or whoever is on duty in a schedule. */
export type EscalationTarget =
  | { readonly kind: 'user'; readonly email: string }
  | { readonly kind: 'schedule'; readonly schedule: string };

/** A PagerDuty service: where incidents open. */
export interface Service {
  readonly key: string;
  readonly name: string;
  /** Key of the escalation policy. */
  readonly escalationPolicy: string;
  /**
   * How long an open incident lasts before PagerDuty resolves it by itself.
   * @default - never
   */
  readonly autoResolve?: Temporal.Duration;
  /**
   * How long an acknowledgement lasts before the incident pages again.
   * @default - for ever
   */
  readonly acknowledgementTimeout?: Temporal.Duration;
  /** `severity_based`: what the event says. */
  readonly urgency: Urgency;
}

export type Urgency = 'high' | 'low' | 'severity_based';

/** What a message in Datadog calls a PagerDuty service by. */
export interface Handle {
  /** Without `@pagerduty-`. */
  readonly name: string;
  /** Key of the service whose integration key the handle holds. */
  readonly service: string;
}

/** A Datadog monitor. */
export interface Monitor {
  readonly key: string;
  readonly name: string;
  /** E.g. `query alert`. */
  readonly type: string;
  readonly query: string;
  readonly thresholds: { readonly critical: number };
  /** Datadog Markdown, as Datadog receives it. */
  readonly message: string;
  readonly tags: readonly string[];
  /** @default - none */
  readonly priority?: number;
  readonly options: MonitorOptions;
}

export interface MonitorOptions {
  readonly requireFullWindow: boolean;
  /** @default - the vendor's, which depends on the monitor's type */
  readonly onMissingData?: MissingData;
  /**
   * Hours without data after which a triggered monitor resolves.
   * @default - never
   */
  readonly timeoutHours?: number;
  /** @default - told once */
  readonly renotify?: Renotify;
}

export type MissingData = 'default' | 'show_no_data' | 'show_and_notify_no_data' | 'resolve';

/** That a monitor tells again, for as long as it stays in one of the states. */
export interface Renotify {
  readonly intervalMinutes: number;
  /** @default - Datadog's own */
  readonly statuses?: readonly MonitorStatus[];
  /** @default - until it recovers */
  readonly occurrences?: number;
  /** @default - the monitor's message */
  readonly message?: string;
}

export type MonitorStatus = 'alert' | 'warn' | 'no data';

/** A time in which monitors stay silent. */
export interface Downtime {
  readonly key: string;
  /** Datadog's scope of groups, e.g. `*`. */
  readonly scope: string;
  /** Monitors that carry all of the tags, or one monitor by its key. */
  readonly monitors: { readonly tags: readonly string[] } | { readonly monitor: string };
  readonly time: DowntimeOnce | DowntimeRecurring;
  /** The states that are told when the downtime ends; nothing is told where either list is empty. */
  readonly notifyEndStates: readonly MonitorStatus[];
  readonly notifyEndTypes: readonly DowntimeEnd[];
  /**
   * `mute_first_recovery_notification`: whether the recovery of what was told before the
   * downtime is silenced, too.
   * @default false
   */
  readonly mutesFirstRecovery?: boolean;
}

/** How a downtime ends. */
export type DowntimeEnd = 'canceled' | 'expired';

export interface DowntimeOnce {
  readonly kind: 'once';
  /** @default - it has begun, or begins when it is deployed */
  readonly from?: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export interface DowntimeRecurring {
  readonly kind: 'recurring';
  /** IANA zone of the recurrences. */
  readonly timeZone: string;
  readonly recurrences: readonly Recurrence[];
}

export interface Recurrence {
  /** The first one, in the downtime's zone; what is deployed may have begun earlier, at the same time of day. */
  readonly start: Temporal.PlainDateTime;
  readonly duration: Temporal.Duration;
  /** RFC 5545, without `DTSTART`. */
  readonly rrule: string;
}
