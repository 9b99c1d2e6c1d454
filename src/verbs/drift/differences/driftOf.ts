import type { Comparison } from './comparison';
import type { Difference } from './difference';
import { downtimeDrift } from './downtimes';
import { existenceDrift } from './existence';
import { handleDrift } from './handles';
import { logInDrift, logInNotes } from './logIns';
import { monitorDrift } from './monitors';
import { type Note, overrideNotes } from './notes';
import { pairsOf } from './pairs';
import { People } from './people';
import { policyDrift } from './policies';
import { scheduleDrift } from './schedules';
import { serviceDrift } from './services';
import { unreadableDrift } from './unreadable';

/** What {@link driftOf} compares. */
export type DriftRequest = Omit<Comparison, 'people' | 'timeZone' | 'schedules' | 'policies' | 'services'>;

/** The result of a comparison. */
export interface Drift {
  /** PagerDuty's first. */
  readonly drift: readonly Difference[];
  /** Facts worth knowing that are not drift. */
  readonly notes: readonly Note[];
}

/** Compares what would be deployed with what the vendors hold. */
export function driftOf(request: DriftRequest): Drift {
  const { catalog, expected, found, ...rest } = request;
  const { schedules, escalationPolicies, services } = expected;
  const { deployment, partial } = found;
  const comparison: Comparison = {
    catalog,
    expected,
    found,
    ...rest,
    people: new People(catalog),
    timeZone: catalog.organization.timeZone,
    schedules: pairsOf('schedule', schedules, deployment.schedules, found, partial.schedules),
    policies: pairsOf(
      'escalation policy',
      escalationPolicies,
      deployment.escalationPolicies,
      found,
      partial.escalationPolicies,
    ),
    services: pairsOf('service', services, deployment.services, found, partial.services),
  };
  const all = [
    existenceDrift,
    scheduleDrift,
    policyDrift,
    serviceDrift,
    logInDrift,
    unreadableDrift,
    handleDrift,
    monitorDrift,
    downtimeDrift,
  ].flatMap((part) => part(comparison));
  const rank = ({ system }: Difference) => (system === 'PagerDuty' ? 0 : 1);
  return {
    drift: all.sort((a, b) => rank(a) - rank(b)),
    notes: [...overrideNotes(comparison), ...logInNotes(comparison)],
  };
}
