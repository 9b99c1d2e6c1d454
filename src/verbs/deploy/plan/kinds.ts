import { visible } from '../../../text/visible';
import type { Action, Attributes, PlannedChange } from './stackPlan';

/** What people call objects of a type, in the singular and the plural. */
const KINDS = new Map<string, readonly [one: string, several: string]>([
  ['pagerduty_schedule', ['schedule', 'schedules']],
  ['pagerduty_escalation_policy', ['escalation policy', 'escalation policies']],
  ['pagerduty_service', ['service', 'services']],
  ['pagerduty_service_integration', ['integration', 'integrations']],
  ['pagerduty_service_dependency', ['service dependency', 'service dependencies']],
  ['pagerduty_business_service', ['business service', 'business services']],
  ['pagerduty_team', ['PagerDuty team', 'PagerDuty teams']],
  ['pagerduty_team_membership', ['team membership', 'team memberships']],
  ['datadog_integration_pagerduty_service_object', ['Datadog handle', 'Datadog handles']],
  ['datadog_monitor', ['monitor', 'monitors']],
  ['datadog_downtime_schedule', ['downtime', 'downtimes']],
  ['datadog_software_catalog', ['catalog entry', 'catalog entries']],
  ['datadog_team', ['Datadog team', 'Datadog teams']],
  // Terraform's own, no vendor's: a downtime's replacement depends on it, and so do the names of the
  // stacks.
  ['terraform_data', ['record in the state', 'records in the state']],
]);

/** An action for people, and the sign that Terraform gives it. */
export const ACTION_WORDS: Readonly<Record<Action, { readonly verb: string; readonly sign: string }>> = {
  create: { verb: 'creates', sign: '+' },
  update: { verb: 'changes', sign: '~' },
  replace: { verb: 'replaces', sign: '-/+' },
  destroy: { verb: 'removes', sign: '-' },
  forget: { verb: 'forgets', sign: '.' },
};

/**
 * A number of objects of a type.
 * @example
 * kindText('pagerduty_escalation_policy', 2) // '2 escalation policies'
 */
export function kindText(type: string, count: number): string {
  const [one, several] = KINDS.get(type) ?? [type, type];
  return `${count} ${count === 1 ? one : several}`;
}

/**
 * An object as people know it: its kind and its name, or the end of its address.
 * @example
 * objectText(change) // 'schedule Investor growth'
 */
export function objectText(change: Pick<PlannedChange, 'type' | 'name' | 'before' | 'after'>): string {
  const { type, name, before, after } = change;
  const [kind] = KINDS.get(type) ?? [type];
  return visible(`${kind} ${nameIn(after) ?? nameIn(before) ?? name}`);
}

/** An object's name. */
export function nameIn(values: Attributes): string | undefined {
  return [values['name'], values['service_name']].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}
