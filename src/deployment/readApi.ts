import type { AccountReading, HandleServices, Wanted } from './api/account';
import { readDatadog } from './api/datadogAccount';
import { ObjectReading } from './api/objects';
import { readPagerDuty } from './api/pagerDutyAccount';
import type { ApiReaders } from './api/readers';
import type { Deployment } from './deployment';
import { DeploymentError } from './deploymentError';

/**
 * Reads the deployment from both vendors' APIs. It equals what `readTerraformJson` reads
 * from the Terraform that was deployed, except that keys are API ids and that PagerDuty
 * moves a layer's start in the past to the moment of the deployment.
 *
 * In an account shared with other teams, ours is whatever has a wanted name, our
 * description or our tag, and what that leads to: a policy used by one of our services,
 * a schedule targeted by such a policy, a downtime that mutes one of our monitors.
 *
 * @param handleServices Where each handle leads, which Datadog does not say.
 * @throws DeploymentError with the API id, for anything that is not understood, and for a
 *   handle that is not in `handleServices`
 */
export async function readApi(
  readers: ApiReaders,
  wanted: Wanted,
  handleServices: HandleServices,
): Promise<Deployment> {
  const { deployment, unreadable, handles } = await readAccount(readers, wanted, handleServices);
  const [first] = unreadable;
  if (first !== undefined) throw first.error;
  const unknown = handles.find((name) => !deployment.handles.some((handle) => handle.name === name));
  if (unknown !== undefined) {
    throw new DeploymentError(`@pagerduty-${unknown}`, '', 'Datadog does not say which service it reaches');
  }
  return deployment;
}

/**
 * Like {@link readApi}, but for comparing: lists what cannot be read instead of throwing,
 * and includes what is not part of a deployment (mutes, canceled downtimes).
 * @throws what the readers throw
 */
export async function readAccount(
  { pagerDuty, datadog }: ApiReaders,
  wanted: Wanted,
  handleServices: HandleServices = new Map(),
): Promise<AccountReading> {
  const reading = new ObjectReading();
  const onCall = await readPagerDuty(pagerDuty, wanted, reading);
  const watching = await readDatadog(datadog, wanted, handleServices, reading);
  return {
    deployment: {
      schedules: onCall.schedules.whole,
      escalationPolicies: onCall.escalationPolicies.whole,
      services: onCall.services.whole,
      handles: watching.knownHandles,
      monitors: watching.monitors.whole,
      downtimes: watching.downtimes.whole,
    },
    partial: {
      schedules: onCall.schedules.partial,
      escalationPolicies: onCall.escalationPolicies.partial,
      services: onCall.services.partial,
      monitors: watching.monitors.partial,
      downtimes: watching.downtimes.partial,
    },
    unreadable: reading.unreadable,
    objects: onCall.objects,
    handles: watching.handles,
    servicesWithoutDatadog: onCall.servicesWithoutDatadog,
    endless: watching.endless,
    muted: watching.muted,
    canceled: watching.canceled,
  };
}
