import { pagedLogIns } from '../../src/rehearsal';
import { at, layer, schedule } from './fixture';
import { deployment, onDuty, user } from './incident/fixture';

const MONDAY = at('2026-01-12T01:00Z');
/** Aidil's layer ends as Thiru's begins, and Choo's has no end. */
const LAYERS = [
  layer(['Aidil@xyz.example'], { end: MONDAY }),
  layer(['thiru@xyz.example', 'CHOO@xyz.example'], { start: MONDAY, end: at('2026-01-19T01:00Z') }),
  layer(['choo@xyz.example'], { start: at('2026-01-19T01:00Z') }),
];
const rotation = schedule(LAYERS);
const other = { ...schedule([layer(['nobody@xyz.example'])]), key: 'pagerduty_schedule.other' };
const ours = deployment(
  [
    [15, user('Desk@xyz.example'), onDuty()],
    [30, onDuty('pagerduty_schedule.gone')],
  ],
  0,
  {
    schedules: [other, rotation],
  },
);

test('users, and everybody in layers that last, in lower case and each once', () => {
  const policies = ours.escalationPolicies.slice(1);
  const from = (text: string) => [...pagedLogIns(ours, at(text), policies)];
  expect(from('2026-01-12T00:59Z')).toEqual([
    'desk@xyz.example',
    'aidil@xyz.example',
    'thiru@xyz.example',
    'choo@xyz.example',
  ]);
  expect(from('2026-01-12T01:00Z')).toEqual(['desk@xyz.example', 'thiru@xyz.example', 'choo@xyz.example']);
  expect(from('2026-01-19T01:00Z')).toEqual(['desk@xyz.example', 'choo@xyz.example']);
});

test('of all policies of the deployment, where none are given', () => {
  expect([...pagedLogIns(ours, at('2026-02-02T01:00Z'))]).toEqual([
    'them',
    'desk@xyz.example',
    'choo@xyz.example',
  ]);
});
