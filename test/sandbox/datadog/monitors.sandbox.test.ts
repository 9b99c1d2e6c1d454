import { danglingHandles } from '../../support/danglingHandles';
import { datadogAccount, refused } from './account';
import { expectSchema } from './openapi';

const QUERY = 'min(last_15m):max:pipeline.data.lag_seconds{pipeline:p} > 57600';
const MONITOR = {
  type: 'query alert',
  name: 'Lag',
  message: ' It lags.\n@pagerduty-p \n',
  query: QUERY,
  tags: ['pipeline:p'],
  priority: 2,
  options: { thresholds: { critical: 57600 }, on_missing_data: 'show_and_notify_no_data', timeout_h: 24 },
};
const withOptions = (options: object, query = QUERY) => ({ ...MONITOR, query, options });
const withThresholds = (thresholds: object, query = QUERY) => withOptions({ thresholds }, query);

test('a monitor is made, read, changed and deleted', async () => {
  const { call, clock } = datadogAccount();
  const made = await call('POST', '/v1/monitor', MONITOR);
  expect(made).toMatchObject({
    status: 200,
    body: {
      ...MONITOR,
      message: 'It lags.\n@pagerduty-p',
      options: { ...MONITOR.options, notify_audit: false, silenced: {} },
      multi: false,
      created: '2026-11-23T02:00:00.000000+00:00',
      overall_state: 'No Data',
      creator: { handle: 'sandbox@watchbill.example' },
    },
  });
  expectSchema('Monitor', made.body);
  const { id } = made.body as { id: number };
  expect(await call('GET', `/v1/monitor/${id}`)).toEqual(made);
  clock.now = clock.now.add({ hours: 1 });
  const changed = await call('PUT', `/v1/monitor/${id}`, { name: 'Lag!', priority: null });
  expect(changed.body).toMatchObject({
    name: 'Lag!',
    priority: null,
    query: QUERY,
    created: '2026-11-23T02:00:00.000000+00:00',
    modified: '2026-11-23T03:00:00.000000+00:00',
  });
  const deleted = await call('DELETE', `/v1/monitor/${id}?force=true`);
  expect(deleted).toEqual({ status: 200, body: { deleted_monitor_id: id } });
  expectSchema('DeletedMonitor', deleted.body);
  expect(await call('GET', `/v1/monitor/${id}`)).toEqual(refused(404, 'Monitor not found'));
  expectSchema('APIErrorResponse', (await call('GET', `/v1/monitor/${id}`)).body);
});

const refusals: [string, object, string][] = [
  [
    'a threshold that contradicts the query',
    withThresholds({ critical: 0.66 }),
    'Alert threshold (0.66) does not match that used in the query (57600.0).',
  ],
  [
    'a warning above the alert',
    withThresholds({ critical: 57600, warning: 60000 }),
    'Warning threshold (60000.0) must be less than the alert threshold (57600.0) with > comparison.',
  ],
  [
    'a warning below the alert',
    withThresholds({ critical: 1, warning: 0 }, 'max(last_5m):max:a.b{*} < 1'),
    'Warning threshold (0.0) must be greater than the alert threshold (1.0) with < comparison.',
  ],
  [
    'a recovery beyond the alert',
    withThresholds({ critical: 57600, critical_recovery: 57601 }),
    'Alert recovery threshold (57601.0) must be less than the alert threshold (57600.0) with > comparison.',
  ],
  [
    'a query that is none',
    { ...MONITOR, query: 'lag > 57600' },
    "The value provided for parameter 'query' is invalid: expected a time aggregation (avg, sum, min, max) at position 0",
  ],
  ['an unknown option', withOptions({ on_no_data: true }), 'Invalid monitor option: on_no_data'],
  [
    'an unknown no-data option',
    withOptions({ on_missing_data: 'page' }),
    'Invalid on_missing_data value: page; valid values are: default, show_no_data, show_and_notify_no_data, resolve',
  ],
  [
    'missing data where silence is zero',
    withOptions({ on_missing_data: 'resolve' }, 'min(last_5m):default_zero(max:a.b{*}) > 1'),
    'Invalid on_missing_data value: resolve; valid value is: default',
  ],
  [
    'two no-data options',
    withOptions({ on_missing_data: 'default', notify_no_data: true }),
    'notify_no_data and on_missing_data cannot be used together',
  ],
  [
    'a priority out of range',
    { ...MONITOR, priority: 6 },
    "The value provided for parameter 'priority' is invalid: Too big: expected number to be <=5",
  ],
  [
    'a timeout of more than a day',
    withOptions({ timeout_h: 25 }),
    "The value provided for parameter 'options.timeout_h' is invalid: Too big: expected number to be <=24",
  ],
  [
    'an unknown field',
    { ...MONITOR, querry: QUERY },
    "Additional properties are not allowed ('querry' was unexpected)",
  ],
];

test.each(refusals)('%s is refused, by validation too', async (_, monitor, error) => {
  const { call, datadog } = datadogAccount();
  expect(await call('POST', '/v1/monitor', monitor)).toEqual(refused(400, error));
  expect(await call('POST', '/v1/monitor/validate', monitor)).toEqual(refused(400, error));
  expect(datadog.monitors).toEqual([]);
});

test('what is sound is validated, and nothing is made', async () => {
  const { call, datadog } = datadogAccount();
  expect(await call('POST', '/v1/monitor/validate', MONITOR)).toEqual({ status: 200, body: {} });
  expect(datadog.monitors).toEqual([]);
});

test('a change is validated against the monitor that it changes', async () => {
  const { call, datadog } = datadogAccount();
  await call('POST', '/v1/monitor', MONITOR);
  const path = `/v1/monitor/${datadog.monitors[0]?.id}`;
  const other = { query: QUERY.replace('57600', '3600') };
  const error = 'Alert threshold (57600.0) does not match that used in the query (3600.0).';
  expect(await call('POST', `${path}/validate`, other)).toEqual(refused(400, error));
  expect(await call('PUT', path, other)).toEqual(refused(400, error));
  expect(datadog.monitors[0]?.query).toBe(QUERY);
  const log = "Monitor type cannot be changed from 'query alert' to 'log alert'";
  expect(await call('PUT', path, { type: 'log alert' })).toEqual(refused(400, log));
  expect(await call('PUT', path, { type: 'metric alert' })).toMatchObject({ status: 200 });
});

test('priority 0 is taken and becomes none', async () => {
  const { call } = datadogAccount();
  expect(await call('POST', '/v1/monitor', { ...MONITOR, priority: 0 })).toMatchObject({
    body: { priority: null },
  });
});

test('the same monitor is not made twice, one that differs in its name is', async () => {
  const { call, datadog } = datadogAccount();
  await call('POST', '/v1/monitor', MONITOR);
  const id = datadog.monitors[0]?.id;
  expect(await call('POST', '/v1/monitor', MONITOR)).toEqual(
    refused(400, `Duplicate of an existing monitor_id:${id} org_id:100001`),
  );
  expect(await call('POST', '/v1/monitor', { ...MONITOR, name: 'Other' })).toMatchObject({ status: 200 });
});

test('monitors are listed by tags, by name and by page', async () => {
  const { call } = datadogAccount();
  for (const name of ['A one', 'A two', 'B']) {
    await call('POST', '/v1/monitor', { ...MONITOR, name, tags: [`name:${name.charAt(0)}`, 'x:y'] });
  }
  const names = async (query: string) =>
    ((await call('GET', `/v1/monitor?${query}`)).body as { name: string }[]).map(({ name }) => name);
  expect(await names('')).toEqual(['A one', 'A two', 'B']);
  expect(await names('monitor_tags=x:y,name:A')).toEqual(['A one', 'A two']);
  expect(await names('name=TWO')).toEqual(['A two']);
  expect(await names('page=1&page_size=2')).toEqual(['B']);
});

test('a handle that nothing stands behind is accepted, and known', async () => {
  const { call, datadog } = datadogAccount();
  await call('POST', '/v1/monitor', MONITOR);
  expect(danglingHandles(datadog)).toEqual([{ monitor: 'Lag', handle: 'p' }]);
  await call('POST', '/v1/integration/pagerduty/configuration/services', {
    service_name: 'p',
    service_key: 'k',
  });
  expect(danglingHandles(datadog)).toEqual([]);
});
