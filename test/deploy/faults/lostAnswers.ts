/** A call after whose lost answer Terraform does not know what it has made. */
export interface LostAnswer {
  readonly shape: string;
  /** Terraform's type of what was made, which the error of the interrupted deploy names. */
  readonly type: string;
  /** What the next deploy says where the vendor refuses a second one; none where it makes a second one in silence. */
  readonly refused?: RegExp;
  /** The list in the accounts in which the second one would be. */
  readonly list: string;
}

/**
 * The calls of a first deploy that change something and whose answer must not be lost: the
 * next deploy is refused, or makes the object twice, unless what exists is imported before.
 * All others converge by themselves: PagerDuty and Datadog put there what is there already
 * (memberships, dependencies, catalog entries).
 */
export const LOST_ANSWERS: readonly LostAnswer[] = [
  {
    shape: 'POST /pagerduty/teams',
    type: 'pagerduty_team',
    refused: /Name has already been taken/,
    list: 'pagerduty teams',
  },
  {
    shape: 'POST /pagerduty/schedules',
    type: 'pagerduty_schedule',
    refused: /Name has already been taken/,
    list: 'pagerduty schedules',
  },
  {
    shape: 'POST /pagerduty/escalation_policies',
    type: 'pagerduty_escalation_policy',
    refused: /Name has already been taken/,
    list: 'pagerduty escalationPolicies',
  },
  {
    shape: 'POST /pagerduty/services',
    type: 'pagerduty_service',
    refused: /Name has already been taken/,
    list: 'pagerduty services',
  },
  {
    shape: 'POST /pagerduty/services/{id}/integrations',
    type: 'pagerduty_service_integration',
    list: 'pagerduty integrations',
  },
  {
    shape: 'POST /pagerduty/business_services',
    type: 'pagerduty_business_service',
    refused: /Name has already been taken/,
    list: 'pagerduty businessServices',
  },
  {
    shape: 'POST /api/v1/integration/pagerduty/configuration/services',
    type: 'datadog_integration_pagerduty_service_object',
    refused: /Service already exists/,
    list: 'datadog serviceObjects',
  },
  {
    shape: 'POST /api/v1/monitor',
    type: 'datadog_monitor',
    refused: /Duplicate of an existing monitor/,
    list: 'datadog monitors',
  },
  {
    shape: 'POST /api/v2/downtime',
    type: 'datadog_downtime_schedule',
    refused: /duplicate of one\s+or more existing downtimes/,
    list: 'datadog downtimes',
  },
  { shape: 'POST /api/v2/team', type: 'datadog_team', refused: /409 Conflict/, list: 'datadog teams' },
];
