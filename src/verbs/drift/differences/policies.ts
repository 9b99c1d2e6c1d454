import type { EscalationPolicy, EscalationRule, EscalationTarget } from '../../../deployment';
import { counted } from '../../../text/counted';
import { emailKey } from '../../../text/email';
import { shown } from '../../../text/visible';
import { listText } from '../../../time/localTime';
import type { Comparison } from './comparison';
import { changed, type Difference, difference } from './difference';
import { expectedKey } from './pairs';

/** Differences in the levels of escalation policies, their targets and delays, and repeats. */
export function policyDrift(comparison: Comparison): Difference[] {
  return comparison.policies.pairs.flatMap(({ expected, object, found }) =>
    found === undefined
      ? []
      : escalationParts(expected, found, comparison).map((part) =>
          difference({
            system: 'PagerDuty',
            kind: 'escalation policy',
            object: expected.name,
            id: object.key,
            what: 'escalation',
            expected: part.expected,
            found: part.found,
            ...changed(part.label, part.found, part.expected),
          }),
        ),
  );
}

interface Part {
  readonly label: string;
  readonly expected: string;
  readonly found: string;
}

function escalationParts(
  expected: EscalationPolicy,
  found: EscalationPolicy,
  comparison: Comparison,
): Part[] {
  const parts: Part[] = [];
  const compare = (label: string, [a, b]: readonly [string, string]) => {
    if (a !== b) parts.push({ label, expected: a, found: b });
  };
  compare('escalation', [counted(expected.rules.length, 'level'), counted(found.rules.length, 'level')]);
  for (const [index, rule] of expected.rules.entries()) {
    const there = found.rules[index];
    if (there === undefined) continue;
    const level = `level ${index + 1}`;
    if (targetIds(rule, comparison, false) !== targetIds(there, comparison, true)) {
      parts.push({
        label: `${level} pages`,
        expected: targetsText(rule, comparison),
        found: targetsText(there, comparison),
      });
    }
    compare(`${level} waits`, [waitText(rule), waitText(there)]);
  }
  for (const [index, rule] of found.rules.entries()) {
    if (index < expected.rules.length) continue;
    parts.push({
      label: `level ${index + 1} pages`,
      expected: 'there is no such level',
      found: targetsText(rule, comparison),
    });
  }
  compare('repeats', [counted(expected.repeat, 'time'), counted(found.repeat, 'time')]);
  return parts;
}

function waitText({ delayMinutes }: EscalationRule): string {
  return counted(delayMinutes, 'minute');
}

/** Targets by their keys in the data, in any order: a level pages all of them at once. */
function targetIds({ targets }: EscalationRule, { schedules }: Comparison, isFound: boolean): string {
  const id = (target: EscalationTarget) => {
    if (target.kind === 'user') return `user ${emailKey(target.email)}`;
    const key = isFound ? expectedKey(schedules, target.schedule) : target.schedule;
    return `schedule ${key ?? target.schedule}`;
  };
  return targets.map(id).sort().join();
}

function targetsText({ targets }: EscalationRule, { people, expected, found }: Comparison): string {
  const scheduleName = (key: string) =>
    expected.schedules.find((each) => each.key === key)?.name ??
    found.objects.find((each) => each.kind === 'schedule' && each.key === key)?.name ??
    key;
  return listText(
    targets.map((target) =>
      target.kind === 'user' ? people.name(target.email) : `schedule ${shown(scheduleName(target.schedule))}`,
    ),
  );
}
