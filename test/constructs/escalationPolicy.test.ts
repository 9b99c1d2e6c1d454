import { Temporal } from 'temporal-polyfill';
import { EscalationPolicy, type EscalationPolicyProps } from '../../src/constructs';
import { type Construct, PagerdutySchedule } from '../../src/constructs/cdktf';
import { only, synthesized } from './synthesized';

const minutes = (count: number) => Temporal.Duration.from({ minutes: count });
const desk = { id: 'PDESK' };
const schedule = (stack: Construct) =>
  new PagerdutySchedule(stack, 'schedule', { timeZone: 'Etc/UTC', layer: [] });

test('a level a step: a user or a schedule, each with its minutes', () => {
  const json = synthesized((stack) => {
    new EscalationPolicy(stack, 'policy', {
      name: 'Aggregate profit',
      steps: [
        { notify: { user: desk }, waits: minutes(15) },
        { notify: { schedule: schedule(stack) }, waits: Temporal.Duration.from({ hours: 1 }) },
      ],
      repeat: 2,
    });
  });
  expect(only(json, 'pagerduty_escalation_policy')).toMatchObject({
    name: 'Aggregate profit',
    num_loops: 2,
    rule: [
      { escalation_delay_in_minutes: 15, target: [{ type: 'user_reference', id: 'PDESK' }] },
      {
        escalation_delay_in_minutes: 60,
        target: [{ type: 'schedule_reference', id: '${pagerduty_schedule.schedule.id}' }],
      },
    ],
  });
  expect(only(json, 'pagerduty_escalation_policy')).not.toHaveProperty('teams');
});

test('by default one round', () => {
  const steps = [{ notify: { user: desk }, waits: minutes(1) }];
  const json = synthesized((stack) => new EscalationPolicy(stack, 'policy', { name: 'x', steps }));
  expect(only(json, 'pagerduty_escalation_policy')).toMatchObject({ num_loops: 0 });
});

const refusal = (props: Partial<EscalationPolicyProps>) => () =>
  synthesized(
    (stack) =>
      new EscalationPolicy(stack, 'policy', {
        name: 'x',
        steps: [{ notify: { user: desk }, waits: minutes(1) }],
        ...props,
      }),
  );
const waiting = (waits: string) => ({
  steps: [{ notify: { user: desk }, waits: Temporal.Duration.from(waits) }],
});

test.each<[Partial<EscalationPolicyProps>, string]>([
  [waiting('PT90S'), "'waits' (PT90S) must be whole minutes"],
  [waiting('PT30S'), "'waits' (PT30S) must be whole minutes"],
  [waiting('PT0S'), "'waits' (PT0S) must be at least 1 minute"],
  [{ steps: [] }, "'steps' must not be empty"],
  [
    { steps: Array.from({ length: 21 }, () => ({ notify: { user: desk }, waits: minutes(1) })) },
    "'steps' (21) must have at most 20 entries",
  ],
  [{ repeat: 12 }, "'repeat' (12) must be between 0 and 9"],
  [{ repeat: -1 }, "'repeat' (-1) must be between 0 and 9"],
  [{ repeat: 1.5 }, "'repeat' (1.5) must be a whole number"],
  [{ name: ' ' }, "'name' (' ') must have 1 to 255 characters"],
  [{ name: 'a/b' }, "'name' ('a/b') must not contain \\ / & < >"],
  [{ name: 'a\u202eb' }, '\'name\' ("a\u202eb") must be printable'],
])('%j is refused', (props, message) => {
  expect(refusal(props)).toThrow(message);
});

test('what is at the bounds is taken', () => {
  expect(refusal({ repeat: 9, name: 'a'.repeat(255) })).not.toThrow();
});

test('a step notifies up to ten at once; texts are taken as they are', () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({ user: { id: `P${index}` } }));
  const json = synthesized(
    (stack) =>
      new EscalationPolicy(stack, 'policy', {
        name: 'x ${y}',
        steps: [{ notify: ten, waits: minutes(1) }],
        description: 'Of ${nobody}',
      }),
  );
  expect(only(json, 'pagerduty_escalation_policy')).toMatchObject({
    name: 'x $${y}',
    description: 'Of $${nobody}',
    rule: [{ target: ten.map(({ user }) => ({ type: 'user_reference', id: user.id })) }],
  });
  expect(refusal({ steps: [{ notify: [...ten, { user: desk }], waits: minutes(1) }] })).toThrow(
    "'notify' (11) must have at most 10 entries",
  );
  expect(refusal({ steps: [{ notify: [], waits: minutes(1) }] })).toThrow("'notify' must not be empty");
});

test.each(['a\\b', 'a/b', 'a&b', 'a<b', 'a>b'])('the name %s is refused', (name) => {
  expect(refusal({ name })).toThrow(
    `'name' ('${name}') must not contain \\ / & < >, which PagerDuty refuses`,
  );
});

test('without a description it bears our mark', () => {
  const steps = [{ notify: { user: desk }, waits: minutes(1) }];
  const json = synthesized((stack) => new EscalationPolicy(stack, 'policy', { name: 'x', steps }));
  expect(only(json, 'pagerduty_escalation_policy')).toMatchObject({ description: 'Managed by Watchbill' });
});
