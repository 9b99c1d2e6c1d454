import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorsOf } from '../../../src/alerts';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { NotPlayedError, type PlayedExpression, readQuery } from '../../../src/rehearsal';
import { XYZ_TECH } from '../../xyzTech';
import { monitor } from './fixture';

const ROOT = join(__dirname, '../../..');

const read = (query: string, critical = Number(query.split(' ').at(-1))) =>
  readQuery(monitor({ query, thresholds: { critical } }));

/** An expression as it is understood, in words. */
function expressionWords(expression: PlayedExpression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'series': {
      const { space, metric, tags, without, by } = expression;
      const scope = [...tags, ...without.map((tag) => `!${tag}`)].join(' ');
      return `${space} ${metric} ${scope}${by.length === 0 ? '' : ` by ${by.join()}`}`;
    }
    case 'arithmetic':
      return `(${expressionWords(expression.left)} ${expression.operator} ${expressionWords(expression.right)})`;
    default:
      return `${expression.kind} ${expressionWords(expression.of)}`;
  }
}

/** A query as it is understood, in words. */
function words(query: string, critical?: number): string {
  const { aggregation, window, change, expression, comparison, threshold } = read(query, critical);
  const changed = change === undefined ? '' : `${change.isRelative ? '%' : 'change'} since ${change.shift}, `;
  return `${changed}${aggregation} ${window} of ${expressionWords(expression)} ${comparison} ${threshold}`;
}

test.each([
  ['min(last_5m):max:a.b{pipeline:x,alert:y} > 0', 'min PT5M of max a.b pipeline:x alert:y > 0'],
  ['max(last_15m):min:a.b{pipeline:x} < -2.5', 'max PT15M of min a.b pipeline:x < -2.5'],
  ['max(last_1h):max:a.b{pipeline:x} >= 1', 'max PT60M of max a.b pipeline:x >= 1'],
  ['min(last_15m):abs(max:a.b{metric:clicks}) > 30', 'min PT15M of abs max a.b metric:clicks > 30'],
  ['avg(last_10m):avg:a.b{*} > 3600', 'avg PT10M of avg a.b  > 3600'],
  ['sum(last_1h):sum:a.b{dag:x-*,env:prod} > 5', 'sum PT60M of sum a.b dag:x-* env:prod > 5'],
  ['min(last_5m):max:a.b{pipeline:x} by {metric} > 0', 'min PT5M of max a.b pipeline:x by metric > 0'],
  [
    'sum(last_1h):100 * sum:a.b{*}.as_count() / (sum:c.d{*} + 1) > 5',
    'sum PT60M of ((100 * sum a.b ) / (sum c.d  + 1)) > 5',
  ],
  ['min(last_5m):default_zero(max:a.b{!env:dev}) < 1', 'min PT5M of default_zero max a.b !env:dev < 1'],
  ['change(avg(last_5m),last_1h):max:a.b{*} > 2', 'change since PT60M, avg PT5M of max a.b  > 2'],
  ['pct_change(avg(last_5m),30m_ago):max:a.b{*} < -2', '% since PT30M, avg PT5M of max a.b  < -2'],
  ['min(last_5m):abs(abs(max:a.b{pipeline:x})) > 0', 'min PT5M of abs abs max a.b pipeline:x > 0'],
  ['min(last_5m):max:a.b{pipeline:x} > 1e3', 'min PT5M of max a.b pipeline:x > 1000'],
  ['min(last_23h):min:a.b{pipeline:x} <= 0.0000001', 'min PT1380M of min a.b pipeline:x <= 1e-7'],
])('%s', (query, expected) => {
  expect(words(query)).toBe(expected);
});

test('every query of the data is understood, with the words that the rule says', () => {
  const catalog = loadCatalogOrThrow(readDataDirectory(XYZ_TECH), 'data');
  const monitors = catalog.pipelines.flatMap((pipeline) =>
    monitorsOf(pipeline, catalog.organization, { failureClassesPage: true }),
  );
  expect(monitors.map(({ query, critical }) => words(query, critical))).toEqual([
    'max PT5M of max pipeline.run.failed pipeline:unit-profit-experiments >= 1',
    'max PT5M of max pipeline.run.failed pipeline:daily-growth-experiments >= 1',
    'min PT5M of max pipeline.deadline.overdue_seconds pipeline:aggregate-profit alert:not-complete-by-nine > 0',
    'min PT15M of max pipeline.reconciliation.discrepancy_pct pipeline:aggregate-profit metric:total_profit > 1',
    'min PT15M of max pipeline.data.lag_seconds pipeline:aggregate-engagement > 57600',
    ...['clicks', 'time_spent', 'actions_taken'].map(
      (metric) =>
        `min PT15M of abs max pipeline.trend.deviation_pct pipeline:aggregate-engagement alert:engagement-trend metric:${metric} > 30`,
    ),
    'max PT5M of max pipeline.run.failed pipeline:aggregate-engagement >= 1',
    'max PT5M of max pipeline.run.elapsed_seconds pipeline:aggregate-growth > 7200',
    ...['revenue_growth_pct', 'user_acquisition_growth_pct'].flatMap((metric) => [
      `max PT15M of min pipeline.metric.value pipeline:aggregate-growth metric:${metric} < 0`,
      `min PT15M of max pipeline.metric.value pipeline:aggregate-growth metric:${metric} > 50`,
    ]),
    ...['revenue_growth_pct', 'user_acquisition_growth_pct'].map(
      (metric) => `max PT15M of max pipeline.metric.present pipeline:aggregate-growth metric:${metric} < 1`,
    ),
  ]);
});

test('every query of docs/alerts.md is understood', () => {
  const text = readFileSync(join(ROOT, 'docs/alerts.md'), 'utf8');
  const queries = [...text.matchAll(/"query": "((?!logs)[^"]+)"/g)].map(([, query = '']) => query);
  expect(queries).toHaveLength(14);
  for (const query of queries) expect(() => read(query)).not.toThrow();
});

const NOT_UNDERSTOOD = 'the rehearsal does not understand this query: ';

test.each([
  [
    'groups of one side alone',
    'min(last_5m):max:a.b{*} by {x} / max:a.c{*} > 0',
    'the rehearsal cannot play series with different groups: "min(last_5m):max:a.b{*} by {x} / max:a.c{*} > 0"',
  ],
  ['a percentile', 'min(last_5m):p95:a.b{*} > 0', 'the rehearsal cannot play this aggregator: "p95"'],
  [
    'a moving average',
    'min(last_5m):ewma_5(max:a.b{*}) > 0',
    'the rehearsal cannot play this function: "ewma_5"',
  ],
  [
    'a roll-up',
    'min(last_5m):max:a.b{pipeline:x}.rollup(max, 60) > 0',
    'the rehearsal cannot play this function: "rollup"',
  ],
  [
    'a fill',
    'min(last_5m):max:a.b{pipeline:x}.fill(zero) > 0',
    'the rehearsal cannot play this function: "fill"',
  ],
  [
    'anomalies',
    "avg(last_4h):anomalies(avg:a.b{pipeline:x}, 'basic', 2) >= 0",
    'the rehearsal cannot play this function: "anomalies"',
  ],
  [
    'a scope in words',
    'min(last_5m):max:a.b{pipeline:x AND metric:y} > 0',
    'the rehearsal cannot play this scope: "pipeline:x AND metric:y"',
  ],
  ['no scope', 'min(last_5m):max:a.b{} > 0', `${NOT_UNDERSTOOD}'' is not a valid tag at position 22`],
  [
    'a window that is shifted',
    'min(last_5m, shift_1d):max:a.b{pipeline:x} > 0',
    `${NOT_UNDERSTOOD}expected ')' after the window at position 11`,
  ],
  [
    'a window of no length',
    'min(last_0m):max:a.b{pipeline:x} > 0',
    `${NOT_UNDERSTOOD}unknown window 'last_0m' at position 11`,
  ],
  [
    'equality',
    'min(last_5m):max:a.b{*} == 0',
    'the rehearsal cannot play == and !=: "min(last_5m):max:a.b{*} == 0"',
  ],
  [
    'inequality',
    'min(last_5m):max:a.b{*} != 0',
    'the rehearsal cannot play == and !=: "min(last_5m):max:a.b{*} != 0"',
  ],
  ['no number', 'min(last_5m):max:a.b{pipeline:x} >', `${NOT_UNDERSTOOD}expected a threshold at position 34`],
  // Datadog evaluates these every ten minutes.
  ...[
    ['min(last_24h):max:a.b{*} > 0', 'last_24h'],
    ['min(last_1d):max:a.b{*} > 0', 'last_1d'],
    ['min(last_1w):max:a.b{*} > 0', 'last_1w'],
    ['min(last_1mo):max:a.b{*} > 0', 'last_1mo'],
    ['change(avg(last_5m),1d_ago):max:a.b{*} > 0', '1d_ago'],
  ].map(([query = '', window]) => [
    `a window or shift of ${window}`,
    query,
    `the rehearsal can only play windows shorter than a day: "${window}"`,
  ]),
])('not understood: %s', (_, query = '', problem = '') => {
  expect(() => read(query, 0)).toThrow(NotPlayedError);
  expect(() => read(query, 0)).toThrow(`datadog_monitor.lag query: ${problem}`);
});

test('a threshold that contradicts the query is an error, as it is for Datadog', () => {
  expect(() => read('min(last_5m):max:a.b{pipeline:x} > 10', 11)).toThrow(
    'datadog_monitor.lag thresholds: not the number at the end of the query: 11',
  );
});

test.each(['composite', 'log alert', 'service check', 'data-quality alert'])(
  'a monitor of type %s is not understood',
  (type) => {
    expect(() => readQuery(monitor({ type }))).toThrow(
      `datadog_monitor.lag type: the rehearsal cannot play monitors of this type: "${type}"`,
    );
  },
);

test('a metric alert is a query alert by its older name', () => {
  expect(readQuery(monitor({ type: 'metric alert' }))).toEqual(readQuery(monitor()));
});
