import type { Temporal } from 'temporal-polyfill';

/** A PagerDuty schedule. */
export interface Schedule {
  /** Terraform address or API id. */
  readonly key: string;
  /** Name in PagerDuty. */
  readonly name: string;
  /** IANA zone; restrictions are in its local time. */
  readonly timeZone: string;
  /** In Terraform's order: where layers overlap, the last one wins. PagerDuty's API lists them in reverse. */
  readonly layers: readonly Layer[];
}

/** A rotation of users in a schedule. */
export interface Layer {
  /** @default - PagerDuty names it */
  readonly name?: string;
  /** The first instant at which the layer can page anybody. */
  readonly start: Temporal.Instant;
  /**
   * The first instant at which it no longer can.
   * @default - it never ends
   */
  readonly end?: Temporal.Instant;
  /** Turns are counted from here: the first user's first turn begins at this instant, before or after `start`. */
  readonly rotationVirtualStart: Temporal.Instant;
  /** `rotation_turn_length_seconds`. */
  readonly turnLength: Temporal.Duration;
  /** Log-in e-mails, in the order of their turns; at least one. */
  readonly users: readonly string[];
  /** When the layer is active. None: at all hours. Several: whenever any of them allows it. */
  readonly restrictions: readonly Restriction[];
}

/** Hours at which a layer is active, in the schedule's local time. They hide turns without moving them. */
export type Restriction =
  | { readonly kind: 'daily'; readonly from: Temporal.PlainTime; readonly duration: Temporal.Duration }
  | {
      readonly kind: 'weekly';
      /** ISO weekday: 1 is Monday, 7 Sunday. */
      readonly dayOfWeek: number;
      readonly from: Temporal.PlainTime;
      readonly duration: Temporal.Duration;
    };

/** Who PagerDuty pages, in which order. */
export interface EscalationPolicy {
  /** Terraform address or API id. */
  readonly key: string;
  /** Name in PagerDuty. */
  readonly name: string;
  /** `num_loops`: how many more rounds follow the first, 0 to 9. */
  readonly repeat: number;
  /** Levels in the order in which they page. */
  readonly rules: readonly EscalationRule[];
}

/** One level of an escalation policy; its targets are all paged at once. */
export interface EscalationRule {
  /** Minutes without an acknowledgement until the next rule. */
  readonly delayMinutes: number;
  /** Who is paged. */
  readonly targets: readonly EscalationTarget[];
}

/** A person, or whoever is on call in a schedule. */
export type EscalationTarget =
  | { readonly kind: 'user'; readonly email: string }
  | { readonly kind: 'schedule'; readonly schedule: string };

/** A PagerDuty service: where incidents open. */
export interface Service {
  /** Terraform address or API id. */
  readonly key: string;
  /** Name in PagerDuty. */
  readonly name: string;
  /** Key of the escalation policy. */
  readonly escalationPolicy: string;
  /**
   * How long an incident stays open before PagerDuty resolves it by itself.
   * @default - never
   */
  readonly autoResolve?: Temporal.Duration;
  /**
   * How long an acknowledgement lasts before the incident pages again.
   * @default - forever
   */
  readonly acknowledgementTimeout?: Temporal.Duration;
  /** How loudly its incidents notify. */
  readonly urgency: Urgency;
}

/** Urgency of a service's incidents; `severity_based` takes it from the event. */
export type Urgency = 'high' | 'low' | 'severity_based';

/** The name under which a message in Datadog reaches a PagerDuty service. */
export interface Handle {
  /** Without `@pagerduty-`. */
  readonly name: string;
  /** Key of the service whose integration key the handle holds. */
  readonly service: string;
}
