import { rehearseSignals } from './rehearseSignals';

const ONE = ['aggregate-profit', 'profit-discrepancy'] as const;

test('a query that is understood is played by a series that crosses its bound', async () => {
  const keys =
    'query: "max(last_5m):100 * sum:orders.failed{*}.as_count() / sum:orders.all{*}.as_count() > 5"';
  const { code, out } = await rehearseSignals(`query, ${keys}`, [...ONE, '--json']);
  const [rule] = JSON.parse(out).rules;
  expect([code, rule.played, rule.firesAt, rule.noData]).toEqual([
    0,
    true,
    '2026-11-25T03:00:00+08:00',
    'alert',
  ]);
});

test('a change fires at its step, and groups are one incident each', async () => {
  const keys = 'query: "pct_change(max(last_5m),last_1h):avg:rows{*} by {table} < -50"';
  const { code, out } = await rehearseSignals(`query, ${keys}`, [...ONE, '--json']);
  const [rule] = JSON.parse(out).rules;
  // The maximum of five minutes falls once the last point of before has left them.
  expect([code, rule.played, rule.firesAt]).toEqual([0, true, '2026-11-25T03:04:00+08:00']);
});

test.each([
  ["avg(last_4h):anomalies(avg:rows{*}, 'agile', 2) >= 1", 'query alert', 'function: "anomalies"'],
  [
    "logs('status:error').index('*').rollup('count').last('5m') > 10",
    'log alert',
    'of this type: "log alert"',
  ],
  ['avg(last_1d):avg:rows{*} > 10', 'query alert', 'windows shorter than a day'],
])('%s is not played, and its page is followed from the alert on', async (query, type, reason) => {
  const keys = `query, query: "${query}", type: ${type}`;
  const { code, out } = await rehearseSignals(keys, ONE);
  expect(code).toBe(0);
  const flat = out.replace(/\s+/g, ' ');
  expect(flat).toContain('not played, and followed from the alert on:');
  expect(flat).toContain(reason);
  expect(out).toContain(`
  Wed 25 Nov 03:00  alert, page to Business Analytics desk
             03:15  not acknowledged, page to Choo
             03:20  acknowledged
             03:45  repaired, resolved
`);
  expect(flat).toContain(
    '1 monitor not played, but followed from the alert on: it reached the right people.',
  );
  const json = JSON.parse((await rehearseSignals(keys, [...ONE, '--json'])).out);
  expect(json.rules[0]).toMatchObject({ played: false, firesAt: '2026-11-25T03:00:00+08:00', problems: [] });
});

test('a monitor that is not played, and whose message notifies nobody, is a problem all the same', async () => {
  const keys = 'query, query: "avg(last_1d):avg:rows{*} > 10"';
  const { code, out } = await rehearseSignals(keys, ONE, (monitor) => {
    monitor['message'] = 'nobody';
  });
  expect(code).toBe(1);
  expect(out).toContain('REHE002');
});
