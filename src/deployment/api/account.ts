import type { Deployment, Downtime, EscalationPolicy, Monitor, Schedule, Service } from '../deployment';
import type { DeploymentError } from '../deploymentError';
import type { PartialObject } from './parts';

/** What to look for in an account that other teams may share. Names are compared whole. */
export interface Wanted {
  /** Names of schedules. */
  readonly schedules: readonly string[];
  /** Names of escalation policies. */
  readonly escalationPolicies: readonly string[];
  /** Names of services. */
  readonly services: readonly string[];
  /** Names of Datadog's service objects, without `@pagerduty-`. */
  readonly handles: readonly string[];
  /** Names of monitors, which are read even if they have lost the tag. */
  readonly monitors: readonly string[];
  /** The tag of all our monitors and downtimes, e.g. `managed-by:watchbill`. */
  readonly tag: string;
  /**
   * Text that the descriptions of all our PagerDuty objects contain; objects that have it
   * are read whatever their names are.
   */
  readonly description: string;
}

/**
 * The PagerDuty service that each handle reaches: its id by the handle's name, or null if
 * no service has the handle's integration key. Datadog never reveals the key, so this comes
 * from the sandbox or from whoever set the key. Of a handle that is missing here, the service
 * is unknown.
 */
export type HandleServices = ReadonlyMap<string, string | null>;

/** What was looked for in both vendors' APIs and found. */
export interface AccountReading {
  /** What could be read; keys are API ids. Without canceled and ended downtimes. */
  readonly deployment: Deployment;
  /** Everything about existing objects that is not understood, one entry each; the objects are not in `deployment`. */
  readonly unreadable: readonly UnreadableObject[];
  /** Those objects as far as they are understood, unless nothing of them is. */
  readonly partial: PartialObjects;
  /** Every PagerDuty object that was found, readable or not. */
  readonly objects: readonly NamedObject[];
  /** Names of the handles that exist, even if the service that they reach is unknown. */
  readonly handles: readonly string[];
  /** Ids of the services that take no events from Datadog. */
  readonly servicesWithoutDatadog: readonly string[];
  /** Downtimes without an end. They are also in `unreadable`, because a deployment has none. */
  readonly endless: readonly EndlessDowntime[];
  /** Ids of monitors that are muted in their own options. */
  readonly muted: readonly string[];
  /** Downtimes that somebody canceled, while Datadog still lists them. */
  readonly canceled: readonly Downtime[];
}

/** Objects of which some part is not understood. */
export interface PartialObjects {
  /** PagerDuty's schedules. */
  readonly schedules: readonly PartialObject<Schedule>[];
  /** PagerDuty's escalation policies. */
  readonly escalationPolicies: readonly PartialObject<EscalationPolicy>[];
  /** PagerDuty's services. */
  readonly services: readonly PartialObject<Service>[];
  /** Datadog's monitors. */
  readonly monitors: readonly PartialObject<Monitor>[];
  /** Datadog's downtimes. */
  readonly downtimes: readonly PartialObject<Downtime>[];
}

/** A downtime that lasts until somebody cancels it. */
export type EndlessDowntime = Pick<Downtime, 'key' | 'scope' | 'monitors'>;

/** A kind of object in a vendor's account. */
export type ObjectKind = 'schedule' | 'escalation policy' | 'service' | 'handle' | 'monitor' | 'downtime';

/** An object of an account, by its name. */
export interface NamedObject {
  /** What it is. */
  readonly kind: ObjectKind;
  /** API id; a handle's name. */
  readonly key: string;
  /** Empty for a downtime. */
  readonly name: string;
  /** Empty if it has none. */
  readonly description: string;
}

/** An object that the rehearsal cannot play. */
export interface UnreadableObject extends NamedObject {
  /** What is not understood about it. */
  readonly error: DeploymentError;
}
