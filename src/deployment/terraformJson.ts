import type { Deployment } from './deployment';
import { DeploymentError } from './deploymentError';
import { readDowntime } from './terraform/downtime';
import { readEscalationPolicy } from './terraform/escalationPolicy';
import { readMonitor } from './terraform/monitor';
import { readSchedule } from './terraform/schedule';
import { readHandle, readIntegration, readService } from './terraform/service';
import { Stack } from './terraform/stack';

/**
 * Reads the deployment that synthesized Terraform describes.
 *
 * Strict: a resource type, attribute, reference or value that is not understood is
 * an error, never skipped. Resource types that page nobody (teams, tags, catalog
 * entries, dashboards) are known by name and left out.
 *
 * @param stacks The parsed `cdk.tf.json` of each stack. References are resolved
 *   inside their own stack.
 * @throws DeploymentError with the address, the place in it and the value
 * @example
 * const stacks = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')));
 * const { schedules } = readTerraformJson(stacks);
 * schedules[0].key; // 'pagerduty_schedule.profit-and-engagement'
 */
export function readTerraformJson(stacks: readonly unknown[]): Deployment {
  const read = stacks.map((json, index) => readStack(new Stack(`stack ${index + 1}`, json)));
  const deployment: Deployment = {
    schedules: read.flatMap((stack) => stack.schedules),
    escalationPolicies: read.flatMap((stack) => stack.escalationPolicies),
    services: read.flatMap((stack) => stack.services),
    handles: read.flatMap((stack) => stack.handles),
    monitors: read.flatMap((stack) => stack.monitors),
    downtimes: read.flatMap((stack) => stack.downtimes),
  };
  const { handles, ...keyed } = deployment;
  for (const objects of Object.values(keyed)) {
    refuseTwice(objects.map((object) => [object.key, object.key]));
  }
  refuseTwice(handles.map((handle) => [`@pagerduty-${handle.name}`, handle.service]));
  return deployment;
}

function readStack(stack: Stack): Deployment {
  // Those that no handle uses, too: an integration that cannot be read is an error in itself.
  for (const integration of stack.resources('pagerduty_service_integration'))
    readIntegration(integration, stack);
  return {
    schedules: stack.resources('pagerduty_schedule').map((block) => readSchedule(block, stack)),
    escalationPolicies: stack
      .resources('pagerduty_escalation_policy')
      .map((block) => readEscalationPolicy(block, stack)),
    services: stack.resources('pagerduty_service').map((block) => readService(block, stack)),
    handles: stack
      .resources('datadog_integration_pagerduty_service_object')
      .map((block) => readHandle(block, stack)),
    monitors: stack.resources('datadog_monitor').map(readMonitor),
    downtimes: stack.resources('datadog_downtime_schedule').map((block) => readDowntime(block, stack)),
  };
}

/** Throws if a name occurs twice, with what the second one is. */
function refuseTwice(names: readonly (readonly [name: string, value: string])[]): void {
  const seen = new Set<string>();
  for (const [name, value] of names) {
    if (seen.has(name)) throw new DeploymentError(name, '', 'occurs twice in the deployment', value);
    seen.add(name);
  }
}
