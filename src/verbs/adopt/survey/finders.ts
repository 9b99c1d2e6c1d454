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

/** For resources of Terraform's own, which no vendor has. */
const local: Finder = async () => NONE;

/** The finder of each resource type. */
const FINDERS: Readonly<Record<string, Finder>> = {
  'data.pagerduty_user': lookedUp('/users', 'email'),
  'data.pagerduty_vendor': lookedUp('/vendors', 'name'),
  datadog_downtime_schedule: downtime,
  datadog_integration_pagerduty_service_object: serviceObject,
  datadog_monitor: monitor,
  datadog_software_catalog: softwareCatalog,
  datadog_team: team,
  pagerduty_business_service: named('/business_services', 'business_services', ['point_of_contact']),
  pagerduty_escalation_policy: named('/escalation_policies', 'escalation_policies'),
  pagerduty_schedule: named('/schedules', 'schedules'),
  pagerduty_service: named('/services', 'services'),
  pagerduty_service_dependency: serviceDependency,
  pagerduty_service_integration: serviceIntegration,
  pagerduty_team: named('/teams', 'teams'),
  pagerduty_team_membership: teamMembership,
  terraform_data: local,
};

/** Types whose objects are found by name alone, so that `--map` can give another name. */
const MAPPABLE = [
  'datadog_monitor',
  'pagerduty_business_service',
  'pagerduty_escalation_policy',
  'pagerduty_schedule',
  'pagerduty_service',
  'pagerduty_team',
];

/** Whether `--map` can say which object a resource takes over. */
export function isMappable({ type }: { readonly type: string }): boolean {
  return MAPPABLE.includes(type);
}

/** Whether objects of a type exist only in Terraform's state. */
export function isLocal(type: string): boolean {
  return FINDERS[type] === local;
}

/**
 * The finder of a resource type.
 * @throws Error for a type without a finder, whose objects would be created twice
 */
export function finderOf(type: string): Finder {
  const finder = Object.hasOwn(FINDERS, type) ? FINDERS[type] : undefined;
  if (finder === undefined)
    throw new Error(`adopt cannot look for ${type}: src/verbs/adopt/survey/finders.ts has no finder for it`);
  return finder;
}
