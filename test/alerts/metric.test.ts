import { Temporal } from 'temporal-polyfill';
import { monitorsOf } from '../../src/alerts';
import { amountWords } from '../../src/alerts/amountWords';
import { windowText } from '../../src/alerts/window';
import type { MetricRule } from '../../src/catalog';
import { organization, pipeline, rule } from './fixture';

type Keys = Partial<Omit<MetricRule, 'id' | 'kind' | 'section' | 'source'>>;

function monitorOf(keys: Keys) {
  const metricRule = rule({
    id: 'dag-lag',
    kind: 'metric',
    metric: 'airflow.dag.lag',
    where: {},
    aggregate: 'avg',
    over: Temporal.Duration.from({ minutes: 5 }),
    noData: 'alert',
    failureClass: 'processing',
    ...keys,
  });
  const [monitor, ...others] = monitorsOf(pipeline([metricRule]), organization, {
    failureClassesPage: false,
  });
  if (monitor === undefined || others.length > 0) throw new Error('a metric rule is one monitor');
  return monitor;
}

test('all series, on the defaults', () => {
  const { path, query, critical, criticalText, onMissingData, timeoutHours } = monitorOf({ above: 3600 });
  expect({ path, query, critical, criticalText, onMissingData, timeoutHours }).toEqual({
    path: ['dag-lag'],
    query: 'avg(last_5m):avg:airflow.dag.lag{*} > 3600',
    critical: 3600,
    criticalText: '3600',
    onMissingData: 'show_and_notify_no_data',
    timeoutHours: 24,
  });
});

test('tags in the order of the data, one aggregate for time and series, below', () => {
  const where = { shard: 'b', env: 'prod' };
  const over = Temporal.Duration.from({ minutes: 90 });
  expect(monitorOf({ where, over, aggregate: 'sum', below: 0.5 }).query).toBe(
    'sum(last_90m):sum:airflow.dag.lag{shard:b,env:prod} < 0.5',
  );
});

test.each([
  ['alert', 'show_and_notify_no_data'],
  ['ignore', 'show_no_data'],
  ['resolve', 'resolve'],
] as const)('noData: %s', (noData, expected) => {
  expect(monitorOf({ above: 1, noData }).onMissingData).toBe(expected);
});

test('the message says what, the value now, the bound, and what silence means', () => {
  const { message } = monitorOf({
    above: 5400,
    unit: 'seconds',
    where: { dag: 'orders' },
    aggregate: 'max',
  });
  expect(message.split('\n').filter((line) => /airflow|ledger/.test(line))).toEqual([
    'The maximum of airflow.dag.lag (dag:orders) over the last 5 minutes is {{value}} seconds, above 1 h 30 min.',
    'No data: whether this alert holds is not known, because airflow.dag.lag (dag:orders) is not reported.',
    'Recovered: the maximum of airflow.dag.lag over the last 5 minutes is 1 h 30 min or less.',
  ]);
});

test('the tag of its metric is in lower case, because Datadog keeps no other', () => {
  const { tags, query } = monitorOf({ metric: 'Spark.Jobs', below: 1 });
  expect(query).toContain('avg:Spark.Jobs{*}');
  expect(tags).toContain('metric:spark.jobs');
});

test.each([
  [3600, 'seconds', '1 h'],
  [5400, 'seconds', '1 h 30 min'],
  [90, 'seconds', '1 min 30 s'],
  [1500, 'milliseconds', '1 s 500 ms'],
  [26, 'hours', '1 d 2 h'],
  [0.5, 'hours', '30 min'],
  [0.0001, 'seconds', '0.0001 seconds'],
  [0, 'seconds', '0 seconds'],
  [-90, 'seconds', '-1 min 30 s'],
  [2.5, 'percent', '2.5 %'],
  [5000, 'rows', '5000 rows'],
  [3600, undefined, '3600'],
])('%d %s is %s', (value, unit, expected) => {
  expect(amountWords(value, unit)).toBe(expected);
});

test.each([
  ['PT1M', 'last_1m'],
  ['PT1H', 'last_1h'],
  ['PT90M', 'last_90m'],
  ['PT168H', 'last_168h'],
])('a window of %s is %s', (over, expected) => {
  expect(windowText(Temporal.Duration.from(over))).toBe(expected);
});

const linesOf = (keys: Keys) =>
  monitorOf(keys)
    .message.split('\n')
    .filter((line) => /airflow|reports/.test(line));

test('without a unit and without tags; below its bound, it recovers with more', () => {
  expect(linesOf({ below: 10 })).toEqual([
    'The average of airflow.dag.lag over the last 5 minutes is {{value}}, below 10.',
    'No data: whether this alert holds is not known, because airflow.dag.lag is not reported.',
    'Check first whether what reports it is running; what it measures may be well.',
    'Recovered: the average of airflow.dag.lag over the last 5 minutes is 10 or more.',
  ]);
});

test('percent is a sign; several tags are told apart', () => {
  const where = { env: 'prod', dag: 'orders' };
  expect(linesOf({ above: 90, unit: 'percent', aggregate: 'min', where })[0]).toBe(
    'The minimum of airflow.dag.lag (env:prod, dag:orders) over the last 5 minutes is {{value}} %, above 90 %.',
  );
});
