import { UNKNOWN_ATTRIBUTE, type UnreadableObject } from '../../../deployment';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { type Difference, difference } from './difference';
import { handleWayOut } from './handles';
import { monitorName } from './monitorPairs';

/** Objects with settings that a deploy never makes: somebody changed them, to what effect is unknown. */
export function unreadableDrift(comparison: Comparison): Difference[] {
  const { found } = comparison;
  return found.unreadable
    .filter(({ key }) => !found.endless.some((each) => each.key === key))
    .map((object) =>
      object.kind === 'handle' ? deadHandle(object, comparison) : unreadable(object, comparison),
    );
}

function unreadable(object: UnreadableObject, comparison: Comparison): Difference {
  const { kind, key, error } = object;
  const system = ['schedule', 'escalation policy', 'service'].includes(kind) ? 'PagerDuty' : 'Datadog';
  return difference({
    system,
    kind,
    object: nameOf(object, comparison),
    id: key,
    what: 'unreadable',
    found: error.message,
    text: problemOf(object),
    wayOut: `undo it in ${system}, unless a deploy does; the rest of the object was ${isCompared(key, comparison) ? '' : 'not '}compared`,
  });
}

function isCompared(key: string, { found: { partial } }: Comparison): boolean {
  const { schedules, escalationPolicies, services, monitors, downtimes } = partial;
  const all = [...schedules, ...escalationPolicies, ...services, ...monitors, ...downtimes];
  return all.some((object) => object.key === key);
}

/** If the service or its integration is gone, a deploy creates both and gives the handle the new key. */
function deadHandle({ key, name, error }: UnreadableObject, comparison: Comparison): Difference {
  const { expected, found, services } = comparison;
  const service = expected.handles.find((each) => each.name === name)?.service;
  const there = services.pairs.find((pair) => pair.expected.key === service);
  const seen = there === undefined || found.servicesWithoutDatadog.includes(there.object.key);
  return difference({
    system: 'Datadog',
    kind: 'handle',
    object: `@pagerduty-${name}`,
    id: key,
    what: 'handle',
    found: error.message,
    text: 'opens no incident: no PagerDuty service has its integration key',
    ...(seen || service === undefined ? {} : handleWayOut(comparison, service)),
  });
}

function nameOf({ kind, key, name }: UnreadableObject, { expected }: Comparison): string {
  const monitor = kind === 'monitor' ? expected.monitors.find((each) => each.name === name) : undefined;
  if (monitor !== undefined) return monitorName(monitor);
  return name === '' ? key : name;
}

function problemOf({ error: { path, problem, value } }: UnreadableObject): string {
  if (problem === UNKNOWN_ATTRIBUTE) return `${path} is set, which a deploy never does`;
  return `${path}: ${problem}${value === undefined ? '' : `: ${shown(value)}`}`;
}
