import { Temporal } from 'temporal-polyfill';
import type { SandboxState } from '../../../src/sandbox';

/** What differs between two deploys of the same data. */
const VOLATILE = new Set([
  'nextId',
  'created',
  'created_at',
  'modified',
  'modified_at',
  'integration_key',
  'service_key',
]);

/**
 * What is in both accounts, with names instead of ids, without times, in a fixed order:
 * two accounts with the same contents are equal, and an object that is there twice shows.
 * That the keys behind handles are those of integrations is for the watch to see.
 */
export function contentsOf({ pagerduty, datadog }: SandboxState): Record<string, unknown[]> {
  const downtimes = datadog.downtimes.filter(({ canceled }) => canceled === null);
  const lists = { ...listsOf('pagerduty', pagerduty), ...listsOf('datadog', { ...datadog, downtimes }) };
  const names = new Map<string, string>();
  for (const [list, objects] of Object.entries(lists)) {
    for (const object of objects) {
      if ('id' in object) names.set(String(object.id), `<${list} ${nameOf(object)}>`);
    }
  }
  const now = Temporal.Now.instant();
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((part) => !hasEnded(part, now)).map(named);
    if (typeof value === 'string' || typeof value === 'number') return names.get(String(value)) ?? value;
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !VOLATILE.has(key) && key !== 'id');
    return Object.fromEntries(
      kept.map(([key, part]) => [key, key === 'start' ? started(part, now) : named(part)]),
    );
  };
  const sorted = (objects: readonly object[]) =>
    objects.map(named).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return Object.fromEntries(Object.entries(lists).map(([list, objects]) => [list, sorted(objects)]));
}

function listsOf(vendor: string, state: object): Record<string, readonly object[]> {
  const lists = Object.entries(state).filter(([, value]) => Array.isArray(value));
  return Object.fromEntries(lists.map(([key, objects]) => [`${vendor} ${key}`, objects]));
}

function nameOf(object: object): string {
  for (const key of ['name', 'label', 'type']) {
    if (key in object) return String(Reflect.get(object, key));
  }
  return 'nameless';
}

/** A layer's beginning in the past is the moment of the deploy; a downtime's local one has no zone. */
function started(start: unknown, now: Temporal.Instant): unknown {
  if (typeof start !== 'string' || !/(Z|[+]\d\d:\d\d)$/.test(start)) return start;
  return Temporal.Instant.compare(Temporal.Instant.from(start), now) <= 0 ? 'begun' : start;
}

/** A layer that is over pages nobody any more; PagerDuty keeps it, and the provider does not read it. */
function hasEnded(part: unknown, now: Temporal.Instant): boolean {
  if (typeof part !== 'object' || part === null || !('rotation_virtual_start' in part && 'end' in part))
    return false;
  return part.end !== null && Temporal.Instant.compare(Temporal.Instant.from(String(part.end)), now) <= 0;
}
