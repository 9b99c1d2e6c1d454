import type { Temporal } from 'temporal-polyfill';
import type { Service } from '../../../deployment';
import { shown } from '../../../text/visible';
import type { Comparison } from './comparison';
import { changed, type Difference, difference } from './difference';
import { lengthText } from './lengthText';
import { expectedKey } from './pairs';

/** Differences in a service's policy, timeouts and urgency, and whether Datadog reaches it. */
export function serviceDrift(comparison: Comparison): Difference[] {
  const { services, found: account } = comparison;
  return services.pairs.flatMap(({ expected, object, found }) => {
    const common = { system: 'PagerDuty', kind: 'service', object: expected.name, id: object.key } as const;
    const parts = found === undefined ? [] : serviceParts(expected, found, comparison);
    const differences = parts.map(({ label, ...part }) =>
      difference({ ...common, ...part, ...changed(label, part.found, part.expected) }),
    );
    if (!account.servicesWithoutDatadog.includes(object.key)) return differences;
    const text = 'receives no events from Datadog: its integration is gone, so no alert opens an incident';
    return [...differences, difference({ ...common, what: 'integration', expected: 'Datadog', text })];
  });
}

interface Part extends Pick<Difference, 'what'> {
  readonly label: string;
  readonly expected: string;
  readonly found: string;
}

function serviceParts(expected: Service, found: Service, comparison: Comparison): Part[] {
  const parts: Part[] = [];
  const compare = (what: Part['what'], label: string, [a, b]: readonly [string, string]) => {
    if (a !== b) parts.push({ what, label, expected: a, found: b });
  };
  if (expectedKey(comparison.policies, found.escalationPolicy) !== expected.escalationPolicy) {
    parts.push({
      what: 'policy',
      label: 'escalation policy',
      expected: policyName(expected.escalationPolicy, comparison),
      found: policyName(found.escalationPolicy, comparison),
    });
  }
  compare(
    'auto-resolve',
    'auto-resolves',
    both(expected, found, ({ autoResolve }) => after(autoResolve)),
  );
  compare(
    'acknowledgement',
    'acknowledgement times out',
    both(expected, found, ({ acknowledgementTimeout }) => after(acknowledgementTimeout)),
  );
  compare(
    'urgency',
    'urgency',
    both(expected, found, ({ urgency }) => urgency),
  );
  return parts;
}

function both<T>(expected: T, found: T, text: (each: T) => string): readonly [string, string] {
  return [text(expected), text(found)];
}

function after(timeout: Temporal.Duration | undefined): string {
  return timeout === undefined ? 'never' : `after ${lengthText(timeout)}`;
}

function policyName(key: string, { expected, found }: Comparison): string {
  const name =
    expected.escalationPolicies.find((each) => each.key === key)?.name ??
    found.objects.find((each) => each.kind === 'escalation policy' && each.key === key)?.name;
  return shown(name ?? key);
}
