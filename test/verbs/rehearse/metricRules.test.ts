import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { main } from '../../../src/main';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { metricRules } from '../../metricRules';
import { FILES } from '../../stacks/xyzTech';

jest.mock('../../../src/verbs/rehearse/connect/embedded', () => ({
  embeddedLedger: () => {
    throw new Error('no rule reads the ledger, so none may be started');
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'watchbill-metric-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Attributes = Record<string, unknown>;
type Stack = { resource: Record<string, Record<string, Attributes>> };

/** Rehearses XYZ Tech's pipelines with rules on a metric, after a change of what is deployed. */
async function rehearse(
  name: string,
  keys: string | undefined,
  args: readonly string[],
  change: (monitor: Attributes) => void = () => {},
) {
  const data = join(folder, name);
  for (const [path, bytes] of metricRules(FILES, keys)) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), bytes);
  }
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['rehearse', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { WATCHBILL_DATA: data, WATCHBILL_AS_OF: '2026-11-23' },
    now: () => Temporal.Instant.from('2026-11-23T03:15:00Z'),
    synthesize: (request) => {
      const [onCall, monitors] = synthesizedStacks(request) as [Stack, Stack];
      for (const monitor of Object.values(monitors.resource['datadog_monitor'] ?? {})) change(monitor);
      return [onCall, monitors];
    },
  });
  return { code, out: out.join(''), err: err.join('') };
}

const ONE = ['aggregate-profit', 'profit-discrepancy'] as const;

test('a rule on a metric: just over its bound it pages, back it resolves, and silence notifies', async () => {
  // Half of the last five minutes, 03:00 to 03:02, are over: the average of 3564 and 3636 is over 3600.
  expect(await rehearse('one', undefined, ONE)).toEqual({
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
  const keys = `metric: a.b, aggregate: ${aggregate}, ${bound}: 100`;
  const { code, out } = await rehearse(`${aggregate} ${bound.slice(-5)}`, keys, [...ONE, '--json']);
  const [rule] = JSON.parse(out).rules;
  expect([code, rule.firesAt]).toEqual([0, `2026-11-25T${fires}:00+08:00`]);
  const { repairedAt, recoversAt } = rule;
  expect(Temporal.Instant.from(repairedAt).until(recoversAt).total('minutes')).toBe(minutes);
});

test.each(['alert', 'ignore', 'resolve'])('silence does what noData says: %s', async (noData) => {
  const { code, out } = await rehearse(noData, `metric: a.b, above: 1, noData: ${noData}`, [
    ...ONE,
    '--json',
  ]);
  expect([code, JSON.parse(out).rules[0].noData]).toEqual([0, noData]);
});

test('a monitor that keeps silent where the data says that it notifies is a problem', async () => {
  const { code, out } = await rehearse('silent', undefined, ONE, (monitor) => {
    monitor['on_missing_data'] = 'resolve';
  });
  expect(code).toBe(1);
  expect(out).toContain('  silence counts as recovered after 5 min\n  REHE012 silence counts as recovered');
});

test('a monitor with another bound than it had is rehearsed by its own', async () => {
  const { out } = await rehearse('other', undefined, [...ONE, '--json'], (monitor) => {
    monitor['query'] = 'max(last_5m):max:airflow.dag.lag{*} > 10';
    monitor['monitor_thresholds'] = { critical: '10' };
  });
  expect(JSON.parse(out).rules[0].firesAt).toBe('2026-11-25T03:00:00+08:00');
});

test('mails of an office-hours pipeline wait, and a server is not asked for a ledger', async () => {
  const { code, out, err } = await rehearse('office', undefined, [
    'unit-profit-experiments',
    '--database',
    'postgresql://nobody@localhost:1/none',
  ]);
  expect([code, err]).toEqual([0, '--database is not used: none of these rules reads the run ledger\n']);
  expect(out).toContain('alert');
  expect(out).toContain('alerts wait outside office hours, and only then: unit-profit-experiments');
});
