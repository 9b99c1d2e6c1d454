import { movesOf } from '../../../../src/verbs/deploy/moves/moves';
import type { Action } from '../../../../src/verbs/deploy/plan/stackPlan';
import type { PlannedStack } from '../../../../src/verbs/deploy/plannedStacks';

/** A stack that defines objects, and whose plan does something. */
const planned = (
  stack: string,
  defined: readonly string[],
  does: Readonly<Record<string, Action>> = {},
  imports: readonly string[] = [],
) => {
  const resource: Record<string, Record<string, object>> = {};
  for (const [type = '', name = ''] of defined.map((address) => address.split('.'))) {
    resource[type] = { ...resource[type], [name]: {} };
  }
  const changes = Object.entries(does).map(([address, action]) => ({ address, action }));
  return {
    json: { '//': { metadata: { stackName: stack } }, resource },
    plan: { stack, changes, imports: imports.map((address) => ({ address, id: 'P1' })) },
  } as unknown as PlannedStack;
};

test('what one stack would remove and another would make is a move; what nobody defines is not', () => {
  expect(
    movesOf([
      planned('on-call', ['pagerduty_team.de'], {
        'pagerduty_team.ba': 'destroy',
        'pagerduty_service.gone': 'destroy',
        'pagerduty_team.de': 'update',
      }),
      planned('on-call-ba', ['pagerduty_team.ba', 'pagerduty_team.new'], {
        'pagerduty_team.ba': 'create',
        'pagerduty_team.new': 'create',
      }),
    ]),
  ).toEqual([{ address: 'pagerduty_team.ba', from: 'on-call', to: 'on-call-ba', isThere: false }]);
});

test('what would be imported in the new stack has to move, too', () => {
  expect(
    movesOf([
      planned('monitors', ['datadog_monitor.a']),
      planned('monitors-ba', ['datadog_team.ba'], {}, ['datadog_team.ba']),
      planned('monitors-gone', [], { 'datadog_team.ba': 'forget', 'datadog_team.x': 'destroy' }),
    ]),
  ).toEqual([{ address: 'datadog_team.ba', from: 'monitors-gone', to: 'monitors-ba', isThere: false }]);
});

test('what is in both states after half a move is left out of the old one', () => {
  expect(
    movesOf([
      planned('on-call', [], { 'pagerduty_team.ba': 'destroy', 'pagerduty_team.de': 'destroy' }),
      planned('on-call-ba', ['pagerduty_team.ba', 'pagerduty_team.de'], { 'pagerduty_team.de': 'update' }),
    ]).map(({ address, isThere }) => [address, isThere]),
  ).toEqual([
    ['pagerduty_team.ba', true],
    ['pagerduty_team.de', true],
  ]);
});

test('a stack that replaces its own object moves nothing', () => {
  expect(movesOf([planned('on-call', ['pagerduty_team.ba'], { 'pagerduty_team.ba': 'replace' })])).toEqual(
    [],
  );
});
