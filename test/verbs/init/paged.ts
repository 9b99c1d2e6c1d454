import type { Temporal } from 'temporal-polyfill';
import { readTerraformJson } from '../../../src/deployment';
import { type Counting, onDutyAt } from '../../../src/rehearsal';
import type { Sandbox } from '../../../src/sandbox';
import { finalShifts } from '../../../src/sandbox/pagerduty/rendering';

/** Whom a service pages, hour by hour: its levels, each with the log-ins and the minutes that it waits. */
export type Paged = readonly string[];

/** Hours from an instant on. */
export function hoursFrom(from: Temporal.Instant, count: number): readonly Temporal.Instant[] {
  return Array.from({ length: count }, (_, hours) => from.add({ hours }));
}

/** Whom each service of the account pages, by PagerDuty's own rendering. */
export function pagedInAccount(
  { state }: Sandbox,
  hours: readonly Temporal.Instant[],
): ReadonlyMap<string, Paged> {
  const { users, schedules, overrides, escalationPolicies, services } = state.pagerduty;
  const email = (id: string | undefined) => users.find((each) => each.id === id)?.email;
  const onCall = (id: string, at: Temporal.Instant) => {
    const schedule = schedules.find((each) => each.id === id);
    if (schedule === undefined) return email(id);
    const from = at.epochMilliseconds / 1000;
    const own = overrides.filter((each) => each.schedule === id);
    return email(finalShifts(schedule, own, { from, until: from + 1 })[0]?.user);
  };
  return new Map(
    services.map(({ name, escalation_policy }) => {
      const policy = escalationPolicies.find(({ id }) => id === escalation_policy);
      const levels = (at: Temporal.Instant) =>
        (policy?.rules ?? []).map(({ targets, escalation_delay_in_minutes }) =>
          levelText(
            targets.map(({ id }) => onCall(id, at)),
            escalation_delay_in_minutes,
          ),
        );
      return [name, hours.map((at) => `${levels(at).join(' > ')} x${policy?.num_loops}`)];
    }),
  );
}

/** The same of what is synthesized, by PagerDuty's rules alone. */
export function pagedInStacks(
  stacks: readonly unknown[],
  hours: readonly Temporal.Instant[],
  counting: Counting = 'elapsed',
): ReadonlyMap<string, Paged> {
  const { schedules, escalationPolicies, services } = readTerraformJson(stacks);
  return new Map(
    services.map(({ name, escalationPolicy }) => {
      const policy = escalationPolicies.find(({ key }) => key === escalationPolicy);
      const levels = (at: Temporal.Instant) =>
        (policy?.rules ?? []).map(({ targets, delayMinutes }) =>
          levelText(
            targets.map((target) => {
              if (target.kind === 'user') return target.email;
              const schedule = schedules.find(({ key }) => key === target.schedule);
              return schedule && onDutyAt(schedule, at, counting);
            }),
            delayMinutes,
          ),
        );
      return [name, hours.map((at) => `${levels(at).join(' > ')} x${policy?.repeat}`)];
    }),
  );
}

function levelText(emails: readonly (string | undefined)[], minutes: number): string {
  return `${[...new Set(emails.filter((each) => each !== undefined))].sort().join('+')} ${minutes}m`;
}
