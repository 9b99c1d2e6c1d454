import type { Call } from '../../src/sandbox';

/** A vendor whose API is called. */
export type Vendor = 'pagerduty' | 'datadog';

/** The type of object that a call is made for; the first match counts. */
const FAMILIES: readonly (readonly [type: string, path: RegExp])[] = [
  ['pagerduty_team_membership', /^\/pagerduty\/teams\/\w+\/(members|users)/],
  ['pagerduty_team', /^\/pagerduty\/teams/],
  ['pagerduty_service_integration', /^\/pagerduty\/services\/\w+\/integrations/],
  ['pagerduty_service_dependency', /^\/pagerduty\/service_dependencies/],
  ['pagerduty_business_service', /^\/pagerduty\/business_services/],
  ['pagerduty_service', /^\/pagerduty\/services/],
  ['pagerduty_escalation_policy', /^\/pagerduty\/escalation_policies/],
  ['pagerduty_schedule', /^\/pagerduty\/schedules/],
  ['data.pagerduty_user', /^\/pagerduty\/users/],
  ['data.pagerduty_vendor', /^\/pagerduty\/vendors/],
  ['datadog_integration_pagerduty_service_object', /^\/api\/v1\/integration\/pagerduty/],
  ['datadog_monitor', /^\/api\/v1\/monitor/],
  ['datadog_downtime_schedule', /^\/api\/v2\/downtime/],
  ['datadog_team', /^\/api\/v2\/team/],
  ['datadog_software_catalog', /^\/api\/v2\/catalog/],
];

/** How many calls were made for each type of object; all others are the provider's own. */
export function callsByType(calls: readonly Call[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { vendor, path } of calls) {
    const type = FAMILIES.find(([, pattern]) => pattern.test(path))?.[0] ?? `${vendor}'s provider itself`;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

/** How many calls went to a vendor. */
export function callsTo(vendor: Vendor, calls: readonly Call[]): number {
  return calls.filter((call) => call.vendor === vendor).length;
}
