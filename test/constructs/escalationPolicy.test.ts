import { Temporal } from 'temporal-polyfill';
import { EscalationPolicy, type EscalationPolicyStep } from '../../src/constructs';
import { type Construct, PagerdutySchedule } from '../../src/constructs/seam';
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

test.each(['PT90S', 'PT0S', 'PT30S'])('a step that waits %s is refused', (waits) => {
  const steps: EscalationPolicyStep[] = [{ notify: { user: desk }, waits: Temporal.Duration.from(waits) }];
  expect(() => synthesized((stack) => new EscalationPolicy(stack, 'policy', { name: 'x', steps }))).toThrow(
    `whole minutes, at least one, for an acknowledgement, not ${Temporal.Duration.from(waits)}`,
  );
});
