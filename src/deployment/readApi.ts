import type { AccountReading, HandleServices, Wanted } from './api/account';
import { readDatadog } from './api/datadogAccount';
import { ObjectReading } from './api/objects';
import { readPagerDuty } from './api/pagerDutyAccount';
import type { ApiReaders } from './api/readers';
import type { Deployment } from './deployment';
import { DeploymentError } from './deploymentError';

/**
 * The deployment that both vendors' APIs hold; the same as `readTerraformJson` makes
 * of what was deployed, but for keys, which are API ids, and for past beginnings of
 * layers, which PagerDuty sets to the moment of the deployment.
 *
 * In an account that other teams share, ours is what bears a wanted name, our
 * description or our tag, and what it leads to: a policy that a service of ours uses,
 * a schedule that such a policy targets, a downtime that silences a monitor of ours.
 *
 * @param handleServices Where each handle leads, because Datadog does not tell.
 * @throws DeploymentError with the API id, for whatever is not understood, and for a
 *   handle of which it is not known where it leads.
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
    throw new DeploymentError(`@pagerduty-${unknown}`, '', 'Datadog does not tell which service it reaches');
  }
  return deployment;
}

/**
 * Like {@link readApi}, for whoever compares: what cannot be read is listed, not
 * thrown, and what is no part of a deployment (mutes, canceled downtimes) is there too.
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
