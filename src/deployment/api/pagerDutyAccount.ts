import type { EscalationPolicy, Schedule, Service } from '../deployment';
import type { NamedObject, ObjectKind, Wanted } from './account';
import { readEscalationPolicy, targetsOf } from './escalationPolicy';
import { apiBlock, enveloped, idOf, namedObject, type ObjectReading, type Objects } from './objects';
import type { PagerDutyReader } from './readers';
import { readSchedule, usersOfSchedule } from './schedule';
import { policyOf, readService, takesEvents } from './service';
import { Users } from './users';

/** What PagerDuty holds of ours. */
export interface PagerDutyAccount {
  readonly schedules: Objects<Schedule>;
  readonly escalationPolicies: Objects<EscalationPolicy>;
  readonly services: Objects<Service>;
  /** All of them, readable or not. */
  readonly objects: readonly NamedObject[];
  /** Ids of the services that take no events from Datadog. */
  readonly servicesWithoutDatadog: readonly string[];
}

/**
 * Reads what is ours in PagerDuty, and what that leads to: the policies that our
 * services use and the schedules that those target, whatever their names are.
 * Lists are read whole: a page of a hundred costs less than one request per name.
 */
export async function readPagerDuty(
  pagerDuty: PagerDutyReader,
  wanted: Wanted,
  reading: ObjectReading,
): Promise<PagerDutyAccount> {
  const services = ours(
    'service',
    await pagerDuty.list('/services', 'services'),
    wanted.services,
    wanted.description,
  );
  const used = ids(services, (value) => [policyOf(apiBlock('service', value))]);
  const policies = ours(
    'escalation policy',
    await pagerDuty.list('/escalation_policies', 'escalation_policies'),
    wanted.escalationPolicies,
    wanted.description,
    used,
  );
  const targets = policies.map((value) => targetsOf(apiBlock('escalation policy', value)));
  const summaries = ours(
    'schedule',
    await pagerDuty.list('/schedules', 'schedules'),
    wanted.schedules,
    wanted.description,
    new Set(targets.flatMap(({ schedules }) => schedules)),
  );
  const schedules: unknown[] = [];
  for (const summary of summaries) {
    const id = idOf(summary);
    schedules.push(enveloped(await pagerDuty.get(`/schedules/${id}`), 'schedule', `schedule ${id}`));
  }
  const users = new Users(pagerDuty);
  await users.load([
    ...targets.flatMap((each) => each.users),
    ...schedules.flatMap((value) => usersOfSchedule(apiBlock('schedule', value))),
  ]);
  return {
    schedules: reading.all('schedule', schedules, (block, parts) => readSchedule(block, users, parts)),
    escalationPolicies: reading.all('escalation policy', policies, (block, parts) =>
      readEscalationPolicy(block, users, parts),
    ),
    services: reading.all('service', services, readService),
    objects: [
      ...schedules.map((value) => namedObject('schedule', value)),
      ...policies.map((value) => namedObject('escalation policy', value)),
      ...services.map((value) => namedObject('service', value)),
    ],
    servicesWithoutDatadog: services
      .filter((value) => !takesEvents(apiBlock('service', value)))
      .map((value) => idOf(value)),
  };
}

/** Objects with a wanted name or our description, or that one of our objects refers to. */
function ours(
  kind: ObjectKind,
  values: readonly unknown[],
  names: readonly string[],
  description: string,
  referred: ReadonlySet<string> = new Set(),
): unknown[] {
  return values.filter((value) => {
    const object = namedObject(kind, value);
    return (
      names.includes(object.name) || object.description.includes(description) || referred.has(object.key)
    );
  });
}

function ids(values: readonly unknown[], of: (value: unknown) => readonly string[]): Set<string> {
  return new Set(values.flatMap(of));
}
