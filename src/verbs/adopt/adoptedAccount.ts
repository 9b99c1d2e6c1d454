import type { AccountReading, Deployment, ObjectKind, PartialObject } from '../../deployment';
import type { FoundObject } from './survey';

/** The resource types that the model of a deployment has, and what it calls them. */
export const KINDS: Readonly<Record<string, ObjectKind>> = {
  pagerduty_schedule: 'schedule',
  pagerduty_escalation_policy: 'escalation policy',
  pagerduty_service: 'service',
  datadog_monitor: 'monitor',
  datadog_downtime_schedule: 'downtime',
};

interface Keyed {
  readonly key: string;
  readonly name?: string;
}

/**
 * An account reduced to the objects that are taken over, under the names that they will have,
 * so that a comparison pairs each of them with the resource that takes it over.
 */
export function adoptedAccount(
  account: AccountReading,
  found: readonly FoundObject[],
  expected: Deployment,
): AccountReading {
  const { schedules, escalationPolicies, services, monitors } = expected;
  const names = new Map(
    [...schedules, ...escalationPolicies, ...services, ...monitors].map(({ key, name }) => [key, name]),
  );
  const addresses = new Map(found.map(({ type, id, address }) => [`${KINDS[type]} ${id}`, address]));
  const addressOf = (kind: ObjectKind, { key }: Keyed) => addresses.get(`${kind} ${key}`);
  const renamed = <T extends Keyed>(kind: ObjectKind, object: T): T => {
    const name = names.get(addressOf(kind, object) ?? '');
    return name === undefined ? object : { ...object, name };
  };
  const adopted = <T extends Keyed>(kind: ObjectKind, objects: readonly T[]): T[] =>
    objects.filter((each) => addressOf(kind, each) !== undefined).map((each) => renamed(kind, each));
  const partly = <T extends Keyed>(kind: ObjectKind, objects: readonly PartialObject<T>[]) =>
    adopted(kind, objects).map(({ value, ...part }) => ({
      ...part,
      value: value.name === undefined ? value : { ...value, name: part.name },
    }));
  const { deployment, partial, objects } = account;
  const others = objects.filter((each) => addressOf(each.kind, each) === undefined);
  return {
    ...account,
    deployment: {
      schedules: adopted('schedule', deployment.schedules),
      escalationPolicies: adopted('escalation policy', deployment.escalationPolicies),
      services: adopted('service', deployment.services),
      handles: [],
      monitors: adopted('monitor', deployment.monitors),
      downtimes: adopted('downtime', deployment.downtimes),
    },
    partial: {
      schedules: partly('schedule', partial.schedules),
      escalationPolicies: partly('escalation policy', partial.escalationPolicies),
      services: partly('service', partial.services),
      monitors: partly('monitor', partial.monitors),
      downtimes: partly('downtime', partial.downtimes),
    },
    // The others are needed only for the names of what refers to them.
    objects: [
      ...objects.filter((each) => !others.includes(each)).map((each) => renamed(each.kind, each)),
      ...others.map((each) => ({ ...each, description: '' })),
    ],
    unreadable: account.unreadable
      .filter((each) => addressOf(each.kind, each) !== undefined)
      .map((each) => renamed(each.kind, each)),
    endless: [],
    muted: [],
    canceled: [],
  };
}
