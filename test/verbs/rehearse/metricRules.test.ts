import { Temporal } from 'temporal-polyfill';
import { rehearseSignals } from './rehearseSignals';

jest.mock('../../../src/verbs/rehearse/connect/embedded', () => ({
  embeddedLedger: () => {
    throw new Error('no rule reads the ledger, so none may be started');
  },
}));

const KEYS = 'metric, metric: airflow.dag.lag, above: 3600, unit: seconds';

const ONE = ['aggregate-profit', 'profit-discrepancy'] as const;

test('a rule on a metric: just over its bound it pages, back it resolves, and silence notifies', async () => {
  // Half of the last five minutes, 03:00 to 03:02, are over: the average of 3564 and 3636 is over 3600.
  expect(await rehearseSignals(KEYS, ONE)).toEqual({
    code: 0,
    err: '',
    out: `aggregate-profit: Profit discrepancy
  airflow.dag.lag
  https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#profit-discrepancy
  Wed 25 Nov 03:02  alert, page to Business Analytics desk
             03:17  not acknowledged, page to Choo
             03:22  acknowledged
             03:47  metric back within its bound
             03:49  resolved
  silence notifies after 5 min

1 monitor rehearsed: it reached the right people and recovered.
In all 2016 hours until Mon 15 Feb 2027 00:00:
  PagerDuty pages the person on the roster: aggregate-profit
`,
  });
});

test.each([
  // The first point over is the maximum, and the last one has left the window after nine minutes.
  ['max', 'over: 10m, above', '03:00', 9],
  ['min', 'over: 10m, below', '03:00', 9],
  // Of a sum of 5 points, each about a fifth of the bound, more than half have to be over.
  ['sum', 'over: 5m, above', '03:02', 2],
  ['sum', 'over: 5m, below', '03:02', 2],
])('%s %s', async (aggregate, bound, fires, minutes) => {
  const keys = `metric, metric: a.b, aggregate: ${aggregate}, ${bound}: 100`;
  const { code, out } = await rehearseSignals(keys, [...ONE, '--json']);
  const [rule] = JSON.parse(out).rules;
  expect([code, rule.firesAt]).toEqual([0, `2026-11-25T${fires}:00+08:00`]);
  const { repairedAt, recoversAt } = rule;
  expect(Temporal.Instant.from(repairedAt).until(recoversAt).total('minutes')).toBe(minutes);
});

test.each(['alert', 'ignore', 'resolve'])('silence does what noData says: %s', async (noData) => {
  const { code, out } = await rehearseSignals(`metric, metric: a.b, above: 1, noData: ${noData}`, [
    ...ONE,
    '--json',
  ]);
  expect([code, JSON.parse(out).rules[0].noData]).toEqual([0, noData]);
});

test('a monitor that keeps silent where the data says that it notifies is a problem', async () => {
  const { code, out } = await rehearseSignals(KEYS, ONE, (monitor) => {
    monitor['on_missing_data'] = 'resolve';
  });
  expect(code).toBe(1);
  expect(out).toContain('  silence counts as recovered after 5 min\n  REHE012 silence counts as recovered');
});

test('a monitor with another bound than it had is rehearsed by its own', async () => {
  const { out } = await rehearseSignals(KEYS, [...ONE, '--json'], (monitor) => {
    monitor['query'] = 'max(last_5m):max:airflow.dag.lag{*} > 10';
    monitor['monitor_thresholds'] = { critical: '10' };
  });
  expect(JSON.parse(out).rules[0].firesAt).toBe('2026-11-25T03:00:00+08:00');
});

test('mails of an office-hours pipeline wait, and a server is not asked for a ledger', async () => {
  const { code, out, err } = await rehearseSignals(KEYS, [
    'unit-profit-experiments',
    '--database',
    'postgresql://nobody@localhost:1/none',
  ]);
  expect([code, err]).toEqual([0, '--database is not used: none of these rules reads the run ledger\n']);
  expect(out).toContain('alert');
  expect(out).toContain('alerts wait outside office hours, and only then: unit-profit-experiments');
});
