import type { Downtime, Monitor } from './datadogModel';
import type { EscalationPolicy, Handle, Schedule, Service } from './pagerDutyModel';

export type * from './datadogModel';
export type * from './pagerDutyModel';

/**
 * What is deployed in PagerDuty and Datadog, as far as it decides who is paged
 * and when: plain data in the vendors' own terms, wherever it was read from.
 * Keys are Terraform addresses or API ids.
 */
export interface Deployment {
  /** PagerDuty's schedules. */
  readonly schedules: readonly Schedule[];
  /** PagerDuty's escalation policies. */
  readonly escalationPolicies: readonly EscalationPolicy[];
  /** PagerDuty's services. */
  readonly services: readonly Service[];
  /** Datadog's service objects, which messages name as `@pagerduty-NAME`. */
  readonly handles: readonly Handle[];
  /** Datadog's monitors. */
  readonly monitors: readonly Monitor[];
  /** Datadog's downtimes. */
  readonly downtimes: readonly Downtime[];
}
