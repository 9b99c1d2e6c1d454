import { Temporal } from 'temporal-polyfill';
import type { Deployment, EscalationPolicy } from '../deployment/deployment';

/**
 * The log-ins that escalation policies can page from an instant on: their users, and everybody
 * in a layer of their schedules that has not ended by then. In lower case, as PagerDuty
 * compares them.
 * @param policies @default - all of the deployment's
 */
export function pagedLogIns(
  { schedules, escalationPolicies }: Pick<Deployment, 'schedules' | 'escalationPolicies'>,
  from: Temporal.Instant,
  policies: readonly EscalationPolicy[] = escalationPolicies,
): ReadonlySet<string> {
  const targets = policies.flatMap(({ rules }) => rules).flatMap((rule) => rule.targets);
  const emails = targets.flatMap((target) => {
    if (target.kind === 'user') return [target.email];
    const layers = schedules.find(({ key }) => key === target.schedule)?.layers ?? [];
    return layers
      .filter(({ end }) => end === undefined || Temporal.Instant.compare(end, from) > 0)
      .flatMap(({ users }) => users);
  });
  return new Set(emails.map((email) => email.toLowerCase()));
}
