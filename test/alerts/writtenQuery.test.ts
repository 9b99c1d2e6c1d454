import { onMissingDataOf } from '../../src/alerts/missingData';
import { fillsSilence, isMetricType, querySignals, thresholdText } from '../../src/alerts/writtenQuery';
import type { AlertRule, MetricRule, NoData, QueryRule } from '../../src/catalog';
import { rule } from './fixture';

const queryRule = (query: string, keys: Partial<QueryRule> = {}): QueryRule =>
  rule({ id: 'own', kind: 'query', type: 'query alert', query, failureClass: 'data', ...keys }) as QueryRule;

describe('a query in the words of Datadog', () => {
  test.each([
    ['>', 'above'],
    ['>=', 'at or above'],
    ['<', 'below'],
    ['<=', 'at or below'],
    ['==', 'equal to'],
    ['!=', 'other than'],
  ])('%s is told in words; braces, which Datadog would read, are not braces', (sign, words) => {
    expect(querySignals(queryRule(`avg(last_5m):avg:a.b{*} ${sign} 4.50`))).toEqual([
      {
        path: [],
        label: '',
        happened: `avg(last_5m):avg:a.b(*) is {{value}}, ${words} 4.50.`,
        recovered: `avg(last_5m):avg:a.b(*) is no longer ${words} 4.50.`,
        silence: [
          'No data: whether this alert holds is not known, because what its query reads is not reported.',
          'Check first whether what reports it is running; what it measures may be well.',
        ],
      },
    ]);
  });

  test('its threshold is as it is written; without one it is a fault of ours', () => {
    expect(thresholdText(queryRule('avg(last_5m):avg:a.b{*} > 4.50'))).toBe('4.50');
    expect(() => thresholdText(queryRule('avg(last_5m):avg:a.b{*}'))).toThrow(
      'the query of own has no threshold, which the catalog refuses',
    );
  });

  test('only a metric query with default_zero fills silence', () => {
    expect(fillsSilence(queryRule('avg(last_5m):default_zero(avg:a.b{*}) > 1'))).toBe(true);
    expect(fillsSilence(queryRule('avg(last_5m):abs(avg:a.b{*}) > 1'))).toBe(false);
    const log = queryRule('logs("default_zero").index("*").rollup("count").last("5m") > 1', {
      type: 'log alert',
    });
    expect(fillsSilence(log)).toBe(false);
  });

  test('metric types are those whose query reads metrics', () => {
    expect(['query alert', 'metric alert', 'log alert', ''].map(isMetricType)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what a monitor does without data', () => {
  const METRIC = 'avg(last_5m):avg:a.b{*} > 1';
  const LOGS = 'logs("x").index("*").rollup("count").last("5m") > 1';
  const metricRule = (noData: NoData): AlertRule =>
    rule({ id: 'own', kind: 'metric', noData, failureClass: 'data' } as unknown as MetricRule);

  test.each([
    ['alert', 'show_and_notify_no_data'],
    ['ignore', 'show_no_data'],
    ['resolve', 'resolve'],
  ] as const)('noData: %s is %s for both kinds', (noData, expected) => {
    expect(onMissingDataOf(metricRule(noData))).toBe(expected);
    expect(onMissingDataOf(queryRule(METRIC, { noData }))).toBe(expected);
    expect(onMissingDataOf(queryRule(LOGS, { type: 'log alert', noData }))).toBe(expected);
  });

  test('without a word silence of metrics notifies, unless the query fills it; of others Datadog decides', () => {
    expect(onMissingDataOf(queryRule(METRIC))).toBe('show_and_notify_no_data');
    expect(onMissingDataOf(queryRule('avg(last_5m):default_zero(avg:a.b{*}) > 1'))).toBe('default');
    expect(onMissingDataOf(queryRule(LOGS, { type: 'log alert' }))).toBe('default');
    expect(onMissingDataOf(queryRule('x > 1', { type: 'slo alert' }))).toBeUndefined();
  });
});
