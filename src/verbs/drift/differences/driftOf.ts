import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../../catalog';
import type { AccountReading, Deployment, LogIn } from '../../../deployment';
import type { Comparison } from './comparison';
import type { Difference } from './difference';
import { downtimeDrift } from './downtimes';
import { existenceDrift } from './existence';
import { handleDrift } from './handles';
import { logInDrift, logInNotes } from './logIns';
import { monitorDrift } from './monitors';
import { type Note, overrideNotes } from './notes';
import type { Overridden } from './overridden';
import { pairsOf } from './pairs';
import { People } from './people';
import { policyDrift } from './policies';
import { scheduleDrift } from './schedules';
import { serviceDrift } from './services';
import { unreadableDrift } from './unreadable';

/** What is compared. */
export interface DriftRequest {
  readonly catalog: Catalog;
  /** What the data stands for. */
  readonly expected: Deployment;
  /** What the vendors hold. */
  readonly found: AccountReading;
  /** Who stands behind the log-ins that can be paged, see {@link Comparison.logIns}. */
  readonly logIns: ReadonlyMap<string, LogIn | undefined>;
  /** What was put above layers by hand, by the API id of the schedule. */
  readonly overridden: ReadonlyMap<string, Overridden>;
  /** The present: what is past is not compared. */
  readonly now: Temporal.Instant;
  /** Up to when the data plans. */
  readonly horizon: Temporal.Instant;
}

/** What was found: differences, and what is none and good to know. */
export interface Drift {
  /** PagerDuty's first, whom it pages before all else. */
  readonly drift: readonly Difference[];
  readonly notes: readonly Note[];
}

/** Compares what the data stands for with what the vendors hold. */
export function driftOf(request: DriftRequest): Drift {
  const { catalog, expected, found, ...rest } = request;
  const { schedules, escalationPolicies, services } = expected;
  const { deployment, partial } = found;
  const comparison: Comparison = {
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
