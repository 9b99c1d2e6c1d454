import { functionsOf, metricQuery, seriesOf } from '../../src/query';

test.each([
  ['min(last_5m):max:a.b{c:d} > 0', { comparison: '>', threshold: 0, isGrouped: false, functions: [] }],
  ['min(last_15m):abs(max:a.b{c:d,e:f}) >= 30.5', { comparison: '>=', threshold: 30.5, functions: ['abs'] }],
  ['max(last_1d):min:a.b{*} by {host, env} < -1', { comparison: '<', threshold: -1, isGrouped: true }],
  ['sum(last_4h):sum:a.b{env:x AND (team:y OR NOT team:z)}.as_count() <= 1', { functions: ['as_count'] }],
  ['avg(last_1w):100 * (avg:a.b{*} / avg:c.d{!e:f}) != 5', { comparison: '!=', threshold: 5 }],
  ["avg(last_1h):anomalies(avg:a.b{*}, 'agile', 2, direction='above') >= 1", { functions: ['anomalies'] }],
  ['pct_change(avg(last_5m),last_1h):avg:a.b{*} > 10', { threshold: 10 }],
  ['min(last_5m):default_zero(max:a.b{c:d}) == 1e3', { comparison: '==', threshold: 1000 }],
])('%s', (query, expected) => {
  const read = metricQuery(query);
  const { expression } = read;
  const isGrouped = seriesOf(expression).some(({ by }) => by.length > 0);
  expect({ ...read, isGrouped, functions: functionsOf(expression) }).toMatchObject(expected);
});

test.each([
  ['median(last_5m):max:a.b{c:d} > 0', 'expected a time aggregation'],
  ['min(last_0m):max:a.b{c:d} > 0', "unknown window 'last_0m'"],
  ['min(last_169h):max:a.b{c:d} > 0', "unknown window 'last_169h'"],
  ['min(last_2d):max:a.b{c:d} > 0', "unknown window 'last_2d'"],
  ['min(5m):max:a.b{c:d} > 0', "unknown window '5m'"],
  ['min(last_5m):most:a.b{c:d} > 0', "unknown space aggregator 'most'"],
  ['min(last_5m):max:a.b > 0', "expected a scope in '{…}'"],
  ['min(last_5m):max:a.b{} > 0', "'' is not a valid tag"],
  ['min(last_5m):max:a.b{c:d,} > 0', "'' is not a valid tag"],
  ['min(last_5m):max:a.b{c:d e:f} > 0', "'c:d e:f' is not a valid tag"],
  ['min(last_5m):absolute(max:a.b{c:d}) > 0', "unknown function 'absolute'"],
  ['min(last_5m):abs(max:a.b{c:d} > 0', "expected ')' after 'abs(…'"],
  ['min(last_5m):max:a.b{c:d}', 'invalid operator specified'],
  ['min(last_5m):max:a.b{c:d} > ', 'expected a threshold'],
  ['min(last_5m):max:a.b{c:d} > 0 0', 'unexpected text'],
  ['max:a.b{c:d} > 0', "expected '('"],
])('%s is refused', (query, reason) => {
  expect(() => metricQuery(query)).toThrow(reason);
});
