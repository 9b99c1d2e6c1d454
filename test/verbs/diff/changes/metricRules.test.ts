import { loadCatalogOrThrow } from '../../../../src/catalog';
import { ruleChanges } from '../../../../src/verbs/diff/changes/rules';
import { metricRules } from '../../../metricRules';
import { FILES } from '../../../stacks/xyzTech';

/** The changes of one rule whose keys become others. */
function lines(before: string, after: string): string[] {
  const [was, is] = [before, after].map((keys) => ({
    catalog: loadCatalogOrThrow(metricRules(FILES, keys), 'data'),
  }));
  return ruleChanges({ before: was, after: is } as never)
    .filter(({ alert }) => alert === 'profit-discrepancy')
    .map((each) => `${each.what} ${each.change}: ${each.before ?? 'none'} -> ${each.after ?? 'none'}`);
}

test.each([
  [
    'metric, metric: a.b, above: 3600, unit: seconds',
    'metric, metric: a.b, above: 7200, unit: seconds',
    ['above loosened: above 1 h -> above 2 h'],
  ],
  ['metric, metric: a.b, above: 2', 'metric, metric: a.b, above: 1', ['above tightened: above 2 -> above 1']],
  ['metric, metric: a.b, below: 5', 'metric, metric: a.b, below: 4', ['below loosened: below 5 -> below 4']],
  ['metric, metric: a.b, below: 4', 'metric, metric: a.b, below: 5', ['below tightened: below 4 -> below 5']],
  [
    'metric, metric: a.b, below: 4',
    'metric, metric: c.d, below: 4, aggregate: sum, over: 1h, noData: ignore, where: { x: y }',
    [
      'metric changed: a.b -> c.d',
      'where changed: all series -> where x:y',
      'aggregate changed: avg -> sum',
      'over changed: over 5 minutes -> over 1 hour',
      'noData changed: no data: alert -> no data: ignore',
    ],
  ],
  [
    'query, query: "avg(last_5m):avg:a.b{*} > 3600"',
    'query, query: "avg(last_5m):avg:a.b{*} > 7200", noData: ignore',
    ['threshold loosened: 3600 -> 7200', 'noData changed: none -> no data: ignore'],
  ],
  [
    'query, query: "avg(last_5m):avg:a.b{*} < 2"',
    'query, query: "avg(last_5m):min:a.b{*} < 3"',
    ['query changed: avg(last_5m):avg:a.b{*} < -> avg(last_5m):min:a.b{*} <', 'threshold tightened: 2 -> 3'],
  ],
])('%s becomes %s', (before, after, expected) => {
  expect(lines(before, after)).toEqual(expected);
});
