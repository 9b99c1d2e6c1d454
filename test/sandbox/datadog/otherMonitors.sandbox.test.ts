import { datadogAccount, refused } from './account';
import { expectSchema } from './openapi';

const LOGS = "logs('status:error').index('*').rollup('count').by('service').last('5m') > 10";
const log = (changes: object = {}) => ({
  type: 'log alert',
  name: 'Errors',
  message: 'Errors.',
  query: LOGS,
  options: { thresholds: { critical: 10 }, on_missing_data: 'default', enable_logs_sample: false },
  ...changes,
});

test('a search of logs is made, with the options that only searches have', async () => {
  const { call } = datadogAccount();
  const made = await call('POST', '/v1/monitor', log());
  expect(made).toMatchObject({ status: 200, body: { ...log(), multi: true } });
  expectSchema('Monitor', made.body);
});

test.each<[string, object, string]>([
  [
    'a query of another type',
    log({ type: 'rum alert' }),
    "The value provided for parameter 'query' is invalid: not a query of type 'rum alert'",
  ],
  [
    'a query without a threshold',
    log({ query: "logs('status:error').last('5m')" }),
    "The value provided for parameter 'query' is invalid: invalid operator specified",
  ],
  [
    'a threshold that contradicts the query',
    log({ options: { thresholds: { critical: 11 } } }),
    'Alert threshold (11.0) does not match that used in the query (10.0).',
  ],
  [
    'silence of processes',
    log({
      type: 'process alert',
      query: "processes('x').over('y').rollup('count').last('5m') < 10",
      options: { on_missing_data: 'resolve' },
    }),
    "Invalid monitor option: on_missing_data for monitors of type 'process alert'",
  ],
  [
    'an option of searches on a metric monitor',
    log({ type: 'query alert', query: 'avg(last_5m):avg:a.b{*} > 10' }),
    'Invalid monitor option: enable_logs_sample',
  ],
])('refused: %s', async (_, body, reason) => {
  const { call } = datadogAccount();
  expect(await call('POST', '/v1/monitor', body)).toEqual(refused(400, reason));
  expect(await call('POST', '/v1/monitor/validate', body)).toEqual(refused(400, reason));
});

test('a type that it does not know is named, with those that it knows', async () => {
  const { call } = datadogAccount();
  const { status, body } = await call('POST', '/v1/monitor', log({ type: 'composite', query: '1 && 2' }));
  expect([status, JSON.stringify(body)]).toEqual([
    400,
    expect.stringMatching(/query alert.*log alert.*slo alert', not 'composite'/),
  ]);
});
