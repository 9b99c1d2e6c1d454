import type { Deployment, Monitor, Service } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';

/**
 * The service that a handle in a monitor's message reaches.
 * @param handle without `@pagerduty-`
 * @throws DeploymentError if there is no such handle or service, so that the alert would reach nobody
 */
export function serviceOf({ handles, services }: Deployment, monitor: Monitor, handle: string): Service {
  const found = handles.find(({ name }) => name === handle);
  if (found === undefined) {
    throw new DeploymentError(monitor.key, 'message', 'notifies a handle that is not deployed', handle);
  }
  const service = services.find(({ key }) => key === found.service);
  if (service === undefined) {
    throw new DeploymentError(
      `@pagerduty-${handle}`,
      '',
      'reaches a service that is not deployed',
      found.service,
    );
  }
  return service;
}
