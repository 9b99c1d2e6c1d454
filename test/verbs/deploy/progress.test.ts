import type { StackPlan } from '../../../src/verbs/deploy/plan/stackPlan';
import { applyProgress, planProgress } from '../../../src/verbs/deploy/progress';
import type { TerraformEvent } from '../../../src/verbs/deploy/terraform/events';

const change = (name: string, action: 'create' | 'replace') => ({
  address: `pagerduty_service.${name}`,
  type: 'pagerduty_service',
  name,
  action,
  before: {},
  after: { name: name.toUpperCase() },
  unknown: {},
  secret: [],
});
const PLAN: StackPlan = {
  stack: 'on-call',
  changes: [change('a', 'create'), change('b', 'replace')],
  imports: [],
  known: new Map(),
  secrets: [],
  recorded: [],
};
const event = (
  kind: 'began' | 'goes on' | 'ended' | 'failed',
  name: string,
  action: string,
): TerraformEvent => ({
  kind,
  address: `pagerduty_service.${name}`,
  action,
});
const EVENTS = [
  event('began', 'b', 'delete'),
  event('goes on', 'b', 'delete'),
  event('ended', 'b', 'delete'),
  event('began', 'a', 'create'),
  event('failed', 'a', 'create'),
];

test('a log gets a line for each object that is done, and for each that is not', () => {
  const out: string[] = [];
  const { onEvent, end } = applyProgress(PLAN, { out: (text) => out.push(text) });
  for (const each of EVENTS) onEvent(each);
  end();
  expect(out.join('')).toBe('on-call: removed service B\non-call: not created: service A\n');
});

test('a terminal shows what is being done, and how much of it is done; what is replaced counts twice', () => {
  const shown: string[] = [];
  const io = { out: () => fail(), progress: (text: string) => shown.push(text) };
  const { onEvent, end } = applyProgress(PLAN, io);
  for (const each of EVENTS) onEvent(each);
  end();
  expect(shown).toEqual([
    'on-call: 0 of 3 done; removing service B',
    'on-call: 0 of 3 done; removing service B',
    'on-call: 1 of 3 done; creating service A',
    '',
  ]);
});

test('while a stack is planned, a terminal shows how many objects were looked at', () => {
  const shown: string[] = [];
  const { onEvent, end } = planProgress('monitors', { progress: (text) => shown.push(text) });
  onEvent({ kind: 'looked', address: 'x.a' });
  onEvent({ kind: 'looked', address: 'x.b' });
  end();
  expect(shown).toEqual([
    'monitors: planning',
    'monitors: planning, 1 object looked at',
    'monitors: planning, 2 objects looked at',
    '',
  ]);
});

function fail(): never {
  throw new Error('a terminal gets no lines');
}
