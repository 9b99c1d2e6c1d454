import type { UnreadableObject } from './api/account';
import { ObjectReading } from './api/objects';
import { type PagerDutyAccount, readPagerDuty } from './api/pagerDutyAccount';
import type { PagerDutyReader } from './api/readers';

/** Everything of a PagerDuty account that decides who is paged, whosever it is. */
export interface WholePagerDuty extends Omit<PagerDutyAccount, 'servicesWithoutDatadog'> {
  /** What is not understood, one entry each. */
  readonly unreadable: readonly UnreadableObject[];
}

/**
 * Reads a whole PagerDuty account; keys are API ids. Only asks, changes nothing.
 * @throws what the reader throws
 * @throws DeploymentError for an object without an id
 */
export async function readPagerDutyAccount(pagerDuty: PagerDutyReader): Promise<WholePagerDuty> {
  const reading = new ObjectReading();
  // Every description contains the empty text.
  const everything = { schedules: [], escalationPolicies: [], services: [], handles: [], monitors: [] };
  const { schedules, escalationPolicies, services, objects } = await readPagerDuty(
    pagerDuty,
    { ...everything, tag: '', description: '' },
    reading,
  );
  return { schedules, escalationPolicies, services, objects, unreadable: reading.unreadable };
}
