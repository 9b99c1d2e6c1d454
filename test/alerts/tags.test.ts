import { monitorsOf } from '../../src/alerts';
import { organization } from './fixture';
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
