import { parsedMaps } from '../../../../src/verbs/adopt/map/parsedMaps';
import { resolvedMaps } from '../../../../src/verbs/adopt/map/resolvedMaps';

const resources = [
  'pagerduty_schedule.growth',
  'pagerduty_escalation_policy.sales',
  'pagerduty_service.sales',
  'datadog_monitor.sales__data-lag',
  'datadog_team.de',
].map((address) => ({
  stack: 'x',
  address,
  type: address.split('.')[0] ?? '',
  attributes: {},
}));

const resolved = (...maps: string[]) => [...resolvedMaps(parsedMaps(maps), resources)];
const problem = (...maps: string[]) => {
  try {
    return JSON.stringify(resolved(...maps));
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

test('an id where it is one object, an address anywhere; the name is what follows the first sign', () => {
  expect(
    resolved('growth=Data on-call (old)', 'pagerduty_service.sales = A=B', 'sales__data-lag=170000001'),
  ).toEqual([
    ['pagerduty_schedule.growth', 'Data on-call (old)'],
    ['pagerduty_service.sales', 'A=B'],
    ['datadog_monitor.sales__data-lag', '170000001'],
  ]);
});

test.each(['growth', 'growth=', '=Data', ' = ', ''])('ADOP001: %j', (map) => {
  expect(problem(map)).toBe(
    `ADOP001: --map ${JSON.stringify(map)}: not of the form ADDRESS=OBJECT
  write --map growth="Data on-call (old)", or give the id instead of the name`,
  );
});

test('ADOP002: what would not be deployed, with the nearest; what is not found by its name', () => {
  expect(problem('grwoth=X')).toBe(`ADOP002: --map "grwoth=X": nothing of that address would be deployed
  did you mean "growth"?
nothing was looked for`);
  expect(problem('pagerduty_schedule.grwoth=X')).toContain('did you mean "pagerduty_schedule.growth"?');
  expect(problem('zzzzzzzz=X')).toContain('use one of the addresses: pagerduty_schedule.growth, ');
  expect(problem('datadog_team.de=X')).toContain(
    'ADOP002: --map "datadog_team.de=X": datadog_team.de is recognized by more than its name',
  );
});

test('ADOP003: an id of several objects, each of which can be copied', () => {
  expect(problem('sales=Old "sales"')).toBe(
    `ADOP003: --map "sales=Old \\"sales\\"": "sales" is several objects; say which
  --map pagerduty_escalation_policy.sales='Old "sales"'
  --map pagerduty_service.sales='Old "sales"'
nothing was looked for`,
  );
});

test('ADOP004: an address twice, an object twice; all problems at once', () => {
  expect(problem('growth=A', 'pagerduty_schedule.growth=B', 'nothing-like-it=C')).toBe(
    `ADOP004: --map "pagerduty_schedule.growth=B": --map "growth=A" says the same address or the same object
  name each address and each object once
ADOP002: --map "nothing-like-it=C": nothing of that address would be deployed
  use one of the addresses: pagerduty_schedule.growth, pagerduty_escalation_policy.sales, pagerduty_service.sales, datadog_monitor.sales__data-lag
nothing was looked for`,
  );
  const monitors = ['datadog_monitor.a', 'datadog_monitor.b', 'pagerduty_team.a'].map((address) => ({
    stack: 'x',
    address,
    type: address.split('.')[0] ?? '',
    attributes: {},
  }));
  const of = (...maps: string[]) => resolvedMaps(parsedMaps(maps), monitors);
  expect(() => of('datadog_monitor.a=X', 'b=X')).toThrow(
    /^ADOP004: --map "b=X": --map "datadog_monitor\.a=X" says/,
  );
  expect(of('datadog_monitor.a=X', 'pagerduty_team.a=X').size).toBe(2);
});
