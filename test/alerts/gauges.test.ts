import { GAUGES, monitorsOf } from '../../src/alerts';
import { organization } from './fixture';
import { aggregateEngagement, aggregateGrowth, aggregateProfit } from './seed';

test('every gauge is named once', () => {
  const names = Object.values(GAUGES).map(({ name }) => name);
  expect(new Set(names).size).toBe(8);
});

test('queries read the gauge of their kind with its tag keys, and every kind is seen', () => {
  const seen = new Map<string, string>();
  for (const pipeline of [aggregateProfit, aggregateEngagement, aggregateGrowth]) {
    for (const { kind, query } of monitorsOf(pipeline, organization, { failureClassesPage: true })) {
      const [, name, tags = ''] = /:([a-z_.]+)\{(.*?)\}/.exec(query) ?? [];
      seen.set(kind, `${name} by ${tags.replace(/:[^,]*/g, '')}`);
    }
  }
  expect(Object.fromEntries(seen)).toEqual({
    deadline: 'pipeline.deadline.overdue_seconds by pipeline,alert',
    discrepancy: 'pipeline.reconciliation.discrepancy_pct by pipeline,metric',
    freshness: 'pipeline.data.lag_seconds by pipeline',
    trend: 'pipeline.trend.deviation_pct by pipeline,alert,metric',
    failure: 'pipeline.run.failed by pipeline',
    duration: 'pipeline.run.elapsed_seconds by pipeline',
    range: 'pipeline.metric.value by pipeline,metric',
    missing: 'pipeline.metric.present by pipeline,metric',
  });
  expect([...seen.keys()].sort()).toEqual(Object.keys(GAUGES).sort());
});
