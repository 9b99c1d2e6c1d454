import { Temporal } from 'temporal-polyfill';
import { monitorsOf } from '../../src/alerts';
import { organization, pipeline, rule } from './fixture';
import { aggregateEngagement, aggregateGrowth, aggregateProfit, unitProfitExperiments } from './seed';

const options = { failureClassesPage: true };

/** Path, name, query and both forms of the number: what is worked out by hand below. */
function essentials(of: Parameters<typeof monitorsOf>[0]) {
  return monitorsOf(of, organization, options).map(({ path, name, query, critical, criticalText }) => [
    path.join('/'),
    name,
    query,
    critical,
    criticalText,
  ]);
}

describe('the monitors of XYZ Tech', () => {
  test('aggregate-profit: deadline and discrepancy', () => {
    expect(essentials(aggregateProfit)).toEqual([
      [
        'not-complete-by-nine',
        'Aggregate profit for investors: Not complete by nine',
        'min(last_5m):max:pipeline.deadline.overdue_seconds{pipeline:aggregate-profit,alert:not-complete-by-nine} > 0',
        0,
        '0',
      ],
      [
        'profit-discrepancy/total_profit',
        'Aggregate profit for investors: Profit discrepancy',
        'min(last_15m):max:pipeline.reconciliation.discrepancy_pct{pipeline:aggregate-profit,metric:total_profit} > 1',
        1,
        '1',
      ],
    ]);
  });

  test('aggregate-engagement: freshness, trend and failure', () => {
    const trend = (metric: string) => [
      `engagement-trend/${metric}`,
      `Aggregate engagement for investors: Engagement trend (${metric})`,
      `min(last_15m):abs(max:pipeline.trend.deviation_pct{pipeline:aggregate-engagement,alert:engagement-trend,metric:${metric}}) > 30`,
      30,
      '30',
    ];
    expect(essentials(aggregateEngagement)).toEqual([
      [
        'data-lag',
        'Aggregate engagement for investors: Data lag',
        'min(last_15m):max:pipeline.data.lag_seconds{pipeline:aggregate-engagement} > 57600',
        57600,
        '57600',
      ],
      trend('clicks'),
      trend('time_spent'),
      trend('actions_taken'),
      [
        'pipeline-failure',
        'Aggregate engagement for investors: Pipeline failure',
        'max(last_5m):max:pipeline.run.failed{pipeline:aggregate-engagement} >= 1',
        1,
        '1',
      ],
    ]);
  });

  test('aggregate-growth: duration, range and missing', () => {
    const range = (metric: string) => [
      [
        `growth-out-of-range/${metric}/min`,
        `Aggregate growth for investors: Growth out of range (${metric} below bound)`,
        `max(last_15m):min:pipeline.metric.value{pipeline:aggregate-growth,metric:${metric}} < 0`,
        0,
        '0',
      ],
      [
        `growth-out-of-range/${metric}/max`,
        `Aggregate growth for investors: Growth out of range (${metric} above bound)`,
        `min(last_15m):max:pipeline.metric.value{pipeline:aggregate-growth,metric:${metric}} > 50`,
        50,
        '50',
      ],
    ];
    const missing = (metric: string) => [
      `key-metric-missing/${metric}`,
      `Aggregate growth for investors: Key metric missing (${metric})`,
      `max(last_15m):max:pipeline.metric.present{pipeline:aggregate-growth,metric:${metric}} < 1`,
      1,
      '1',
    ];
    expect(essentials(aggregateGrowth)).toEqual([
      [
        'runs-too-long',
        'Aggregate growth for investors: Runs too long',
        'max(last_5m):max:pipeline.run.elapsed_seconds{pipeline:aggregate-growth} > 7200',
        7200,
        '7200',
      ],
      ...range('revenue_growth_pct'),
      ...range('user_acquisition_growth_pct'),
      missing('revenue_growth_pct'),
      missing('user_acquisition_growth_pct'),
    ]);
  });

  test('a whole definition but its message', () => {
    const [first] = monitorsOf(unitProfitExperiments, organization, options);
    expect({ ...first, message: undefined }).toEqual({
      path: ['pipeline-failure'],
      pipeline: 'unit-profit-experiments',
      alert: 'pipeline-failure',
      kind: 'failure',
      failureClass: 'processing',
      name: 'Unit-level profit for experiments: Pipeline failure',
      type: 'query alert',
      query: 'max(last_5m):max:pipeline.run.failed{pipeline:unit-profit-experiments} >= 1',
      critical: 1,
      criticalText: '1',
      message: undefined,
      tags: [
        'alert:pipeline-failure',
        'failure_class:processing',
        'kind:failure',
        'managed-by:watchbill',
        'owner:aidil',
        'pipeline:unit-profit-experiments',
        'team:de',
      ],
      onMissingData: 'show_and_notify_no_data',
      timeoutHours: 24,
    });
  });
});

test('a pipeline without a runbook has no monitors', () => {
  const { runbook: _none, ...bare } = pipeline([]);
  expect(monitorsOf(bare, organization, options)).toEqual([]);
});

test('metric and priority are there exactly where the rule has them', () => {
  const missing = rule({ id: 'gone', kind: 'missing', metrics: ['m'], failureClass: 'data', priority: 2 });
  const [withBoth] = monitorsOf(pipeline([missing]), organization, options);
  expect(withBoth).toMatchObject({ metric: 'm', priority: 2 });
  const [withNeither] = monitorsOf(unitProfitExperiments, organization, options);
  expect(Object.keys(withNeither ?? {})).not.toContain('metric');
  expect(Object.keys(withNeither ?? {})).not.toContain('priority');
});

test('two deadlines of one pipeline read two series', () => {
  const deadline = (id: string, by: string) =>
    rule({ id, kind: 'deadline', by: Temporal.PlainTime.from(by), failureClass: 'data' });
  const monitors = monitorsOf(
    pipeline([deadline('by-nine', '09:00'), deadline('by-noon', '12:00')]),
    organization,
    options,
  );
  expect(monitors.map(({ query }) => query)).toEqual([
    'min(last_5m):max:pipeline.deadline.overdue_seconds{pipeline:aggregate-profit,alert:by-nine} > 0',
    'min(last_5m):max:pipeline.deadline.overdue_seconds{pipeline:aggregate-profit,alert:by-noon} > 0',
  ]);
});

test('minus zero is zero in every form', () => {
  const range = rule({ id: 'low', kind: 'range', metrics: ['m'], min: -0, failureClass: 'data' });
  const [monitor] = monitorsOf(pipeline([range]), organization, options);
  expect(monitor?.query).toBe(
    'max(last_15m):min:pipeline.metric.value{pipeline:aggregate-profit,metric:m} < 0',
  );
  expect(Object.is(monitor?.critical, 0)).toBe(true);
  expect(monitor?.criticalText).toBe('0');
});
