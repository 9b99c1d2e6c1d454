import { monitorsOf } from '../../src/alerts';
import { maintenanceTags } from '../../src/alerts/tags';
import { organization, pipeline, rule } from './fixture';
import { aggregateGrowth, aggregateProfit } from './seed';

const options = { failureClassesPage: true };

test('a team that owns is both team and owner; a metric is a tag', () => {
  const discrepancy = monitorsOf(aggregateProfit, organization, options)[1];
  expect(discrepancy?.tags).toEqual([
    'alert:profit-discrepancy',
    'failure_class:data',
    'kind:discrepancy',
    'managed-by:watchbill',
    'metric:total_profit',
    'owner:ba',
    'pipeline:aggregate-profit',
    'team:ba',
  ]);
});

test('all monitors of a rule differ, the bounds of one metric in nothing but name and query', () => {
  const monitors = monitorsOf(aggregateGrowth, organization, options);
  expect(monitors[1]?.tags).toEqual(monitors[2]?.tags);
  expect(monitors[1]?.tags).not.toEqual(monitors[3]?.tags);
});

test('a rule that waits for office hours has the tag that downtimes look for', () => {
  const failure = { id: 'failed', kind: 'failure', failureClass: 'processing' } as const;
  const tagsOfFirst = (keys: Parameters<typeof pipeline>[1]) =>
    monitorsOf(pipeline([rule(failure)], keys), organization, options)[0]?.tags;
  expect(tagsOfFirst({ hold: 'office-hours' })).toContain('hold:office-hours');
  expect(tagsOfFirst({})).not.toContain('hold:office-hours');
});

test('a maintenance finds a pipeline by its mark, owner and id, in order', () => {
  expect(maintenanceTags(aggregateProfit)).toEqual([
    'managed-by:watchbill',
    'owner:ba',
    'pipeline:aggregate-profit',
  ]);
});
