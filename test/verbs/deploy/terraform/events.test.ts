import { diagnosticsOfText, eventOf } from '../../../../src/verbs/deploy/terraform/events';

const line = (type: string, more: object) => JSON.stringify({ '@level': 'info', type, ...more });
const hook = { resource: { addr: 'pagerduty_team.de', resource_type: 'pagerduty_team' }, action: 'create' };

test.each([
  [line('apply_start', { hook }), { kind: 'began', address: 'pagerduty_team.de', action: 'create' }],
  [line('apply_progress', { hook }), { kind: 'goes on', address: 'pagerduty_team.de', action: 'create' }],
  [line('apply_complete', { hook }), { kind: 'ended', address: 'pagerduty_team.de', action: 'create' }],
  [line('apply_errored', { hook }), { kind: 'failed', address: 'pagerduty_team.de', action: 'create' }],
  [line('refresh_complete', { hook }), { kind: 'looked', address: 'pagerduty_team.de' }],
  [
    line('diagnostic', {
      diagnostic: { severity: 'error', summary: 'No', detail: ' why\n', address: 'x.a' },
    }),
    { kind: 'diagnostic', diagnostic: { severity: 'error', summary: 'No', detail: 'why', address: 'x.a' } },
  ],
  [
    line('diagnostic', { diagnostic: { severity: 'warning', summary: 'Old' } }),
    { kind: 'diagnostic', diagnostic: { severity: 'warning', summary: 'Old', detail: '' } },
  ],
])('%s', (text, event) => {
  expect(eventOf(text)).toEqual(event);
});

test.each([
  '',
  'no JSON',
  'null',
  '[]',
  line('version', {}),
  line('planned_change', { change: {} }),
  line('apply_start', { hook: {} }),
  line('__proto__', { hook }),
])('%s is not about what happens', (text) => {
  expect(eventOf(text)).toBeUndefined();
});

test('the errors of init, which are text', () => {
  expect(
    diagnosticsOfText(
      '\nError: Failed to query available provider packages\n\nCould not retrieve the list\n\nError: Another\n\n',
    ),
  ).toEqual([
    {
      severity: 'error',
      summary: 'Failed to query available provider packages',
      detail: 'Could not retrieve the list',
    },
    { severity: 'error', summary: 'Another', detail: '' },
  ]);
});
