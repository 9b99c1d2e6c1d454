import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { type Difference, difference, replacing } from './difference';
import { missingDifference } from './existence';
import { expectedKey } from './pairs';

const TYPE = 'datadog_integration_pagerduty_service_object';

/** Handles that are missing, or known to reach another service. */
export function handleDrift(comparison: Comparison): Difference[] {
  const { expected, found, services } = comparison;
  return expected.handles.flatMap(({ name, service }) => {
    const common = { system: 'Datadog', kind: 'handle', object: `@pagerduty-${name}` } as const;
    if (!found.handles.includes(name)) return [missingDifference(common)];
    const known = found.deployment.handles.find((each) => each.name === name);
    if (known === undefined || expectedKey(services, known.service) === service) return [];
    const serviceName = expected.services.find((each) => each.key === service)?.name ?? service;
    const foundName = found.objects.find((each) => each.key === known.service)?.name ?? known.service;
    return [
      difference({
        ...common,
        id: name,
        what: 'handle',
        expected: serviceName,
        found: foundName,
        text: `opens incidents on ${shown(foundName)}, the data says ${shown(serviceName)}`,
        ...handleWayOut(comparison, service),
      }),
    ];
  });
}

/**
 * Datadog never reveals the key, so Terraform cannot see that it has changed.
 * @param service address of the handle's service, whose name in Terraform is the handle's, too
 */
export function handleWayOut(comparison: Pick<Comparison, 'stacks'>, service: string) {
  return replacing(comparison, service.replace('pagerduty_service.', `${TYPE}.`));
}
