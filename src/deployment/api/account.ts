import type { Deployment, Downtime, EscalationPolicy, Monitor, Schedule, Service } from '../deployment';
import type { DeploymentError } from '../deploymentError';
import type { PartialObject } from './parts';

/** What of an account, which other teams may share, is looked for. Names are whole names. */
export interface Wanted {
  readonly schedules: readonly string[];
  readonly escalationPolicies: readonly string[];
  readonly services: readonly string[];
  /** Names of Datadog's service objects, without `@pagerduty-`. */
  readonly handles: readonly string[];
  /** Names of monitors that are read even where they lost the tag. */
  readonly monitors: readonly string[];
  /** The tag of every monitor and downtime that is ours, e.g. `managed-by:watchbill`. */
  readonly tag: string;
  /**
   * What the description of every PagerDuty object of ours contains; objects that have
   * it are read under whatever name.
   */
  readonly description: string;
}

/**
 * By the name of a handle, the id of the PagerDuty service whose integration key it
 * holds, or null where no service has such a key. Datadog never tells the key, so
 * that this comes from whoever knows: the sandbox, or the one who set it. A handle
 * that is not in it exists, and what it reaches is not known.
 */
export type HandleServices = ReadonlyMap<string, string | null>;

/** What both vendors' APIs hold, as far as it was looked for. */
export interface AccountReading {
  /** What could be read; keys are API ids. Canceled and ended downtimes are not in it. */
  readonly deployment: Deployment;
  /** What is not understood of objects that exist, an entry each; they are not in the deployment. */
  readonly unreadable: readonly UnreadableObject[];
  /** Those objects as far as they are understood; one of which nothing is, is not in it. */
  readonly partial: PartialObjects;
  /** Every object of PagerDuty that was read or is unreadable. */
  readonly objects: readonly NamedObject[];
  /** Names of the handles that exist, whether or not it is known what they reach. */
  readonly handles: readonly string[];
  /** Ids of the services that take no events from Datadog. */
  readonly servicesWithoutDatadog: readonly string[];
  /** Downtimes without an end, which are unreadable too: a deployment has none. */
  readonly endless: readonly EndlessDowntime[];
  /** Ids of the monitors that are muted in their own options. */
  readonly muted: readonly string[];
  /** Downtimes that somebody canceled, as long as Datadog remembers them. */
  readonly canceled: readonly Downtime[];
}

/** Objects that hold something that is not understood. */
export interface PartialObjects {
  readonly schedules: readonly PartialObject<Schedule>[];
  readonly escalationPolicies: readonly PartialObject<EscalationPolicy>[];
  readonly services: readonly PartialObject<Service>[];
  readonly monitors: readonly PartialObject<Monitor>[];
  readonly downtimes: readonly PartialObject<Downtime>[];
}

/** A downtime that lasts until somebody cancels it. */
export type EndlessDowntime = Pick<Downtime, 'key' | 'scope' | 'monitors'>;

export type ObjectKind = 'schedule' | 'escalation policy' | 'service' | 'handle' | 'monitor' | 'downtime';

/** An object of an account by its name. */
export interface NamedObject {
  readonly kind: ObjectKind;
  /** API id; a handle's name. */
  readonly key: string;
  /** Empty for a downtime, which has none. */
  readonly name: string;
  /** Empty where there is none. */
  readonly description: string;
}

/** An object that the rehearsal cannot play. */
export interface UnreadableObject extends NamedObject {
  readonly error: DeploymentError;
}
