import { downtime } from './datadog/downtime';
import { monitor } from './datadog/monitor';
import { serviceObject } from './datadog/serviceObject';
import { softwareCatalog } from './datadog/softwareCatalog';
import { team } from './datadog/team';
import type { Finder } from './finder';
import { NONE } from './match';
import { lookedUp } from './pagerDuty/lookedUp';
import { named } from './pagerDuty/named';
import { serviceDependency } from './pagerDuty/serviceDependency';
import { serviceIntegration } from './pagerDuty/serviceIntegration';
import { teamMembership } from './pagerDuty/teamMembership';

/** Terraform's own, without a counterpart at a vendor. */
const local: Finder = async () => NONE;

/** How an object of each resource type is found. */
const FINDERS: Readonly<Record<string, Finder>> = {
  'data.pagerduty_user': lookedUp('/users', 'email'),
  'data.pagerduty_vendor': lookedUp('/vendors', 'name'),
  datadog_downtime_schedule: downtime,
  datadog_integration_pagerduty_service_object: serviceObject,
  datadog_monitor: monitor,
  datadog_software_catalog: softwareCatalog,
  datadog_team: team,
  pagerduty_business_service: named('/business_services', 'business_services'),
  pagerduty_escalation_policy: named('/escalation_policies', 'escalation_policies'),
  pagerduty_schedule: named('/schedules', 'schedules'),
  pagerduty_service: named('/services', 'services'),
  pagerduty_service_dependency: serviceDependency,
  pagerduty_service_integration: serviceIntegration,
  pagerduty_team: named('/teams', 'teams'),
  pagerduty_team_membership: teamMembership,
  terraform_data: local,
};

/** Whether objects of the type are only in Terraform's state. */
export function isLocal(type: string): boolean {
  return FINDERS[type] === local;
}

/**
 * The finder of a resource type.
 * @throws Error for a type that nobody taught us to find: it would be created twice
 */
export function finderOf(type: string): Finder {
  const finder = Object.hasOwn(FINDERS, type) ? FINDERS[type] : undefined;
  if (finder === undefined)
    throw new Error(`${type} cannot be looked for: src/verbs/adopt/survey/finders.ts has no finder for it`);
  return finder;
}
