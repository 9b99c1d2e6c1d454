import { notificationsOf, readQuery, type Series, statesOf, valueAt } from '../../../src/rehearsal';
import { at, monitor, series, span, stateLines, toldLines } from './fixture';

const queried = (query: string, options = {}) =>
  monitor({ query, thresholds: { critical: Number(query.split(' ').at(-1)) }, options });

/** One value a minute from 08:00, of a metric with tags; `-` where none was reported. */
const points = (metric: string, values: string, ...tags: string[]): Series => ({
  ...series('08:00', values, tags),
  metric,
});

const value = (query: string, time: string, ...read: Series[]) =>
  valueAt(readQuery(queried(query)), read, at(time));

test('arithmetic joins minute by minute, and leaves out minutes that one side lacks', () => {
  const failed = points('f', '1 1 - 4');
  const all = points('a', '10 20 10 10');
  // 10 %, 5 %, nothing, 40 %
  expect(value('max(last_4m):100 * sum:f{*} / sum:a{*} > 5', '08:03', failed, all)).toBe(40);
  expect(value('min(last_4m):100 * sum:f{*} / sum:a{*} > 5', '08:03', failed, all)).toBe(5);
  expect(value('sum(last_4m):sum:f{*} + 2 * sum:a{*} - 1 > 5', '08:03', failed, all)).toBe(20 + 40 + 23);
});

test('a division by zero is no value', () => {
  const [failed, all] = [points('f', '1 1'), points('a', '0 2')];
  expect(value('sum(last_2m):sum:f{*} / sum:a{*} > 5', '08:01', failed, all)).toBe(0.5);
  expect(value('sum(last_1m):sum:f{*} / sum:a{*} > 5', '08:00', failed, all)).toBeUndefined();
});

test('default_zero is zero in minutes without a point', () => {
  const rows = points('r', '6 - -');
  expect(value('avg(last_3m):default_zero(avg:r{*}) < 3', '08:02', rows)).toBe(2);
  expect(value('avg(last_3m):avg:r{*} < 3', '08:02', rows)).toBe(6);
  expect(value('avg(last_3m):default_zero(avg:r{*}) < 3', '08:10', rows)).toBe(0);
});

test('a change is the window now less the window before, in percent of its size', () => {
  const rows = points('r', '-8 -8 -8 -4 -4');
  expect(value('change(avg(last_2m),3m_ago):avg:r{*} > 1', '08:04', rows)).toBe(4);
  expect(value('pct_change(avg(last_2m),3m_ago):avg:r{*} > 1', '08:04', rows)).toBe(50);
  expect(
    value('pct_change(avg(last_1m),2m_ago):avg:r{*} > 1', '08:02', points('r', '0 0 5')),
  ).toBeUndefined();
  expect(value('change(avg(last_1m),1h_ago):avg:r{*} > 1', '08:02', rows)).toBeUndefined();
});

test('an excluded tag is not read', () => {
  const [production, development] = [points('r', '1', 'env:prod'), points('r', '9', 'env:dev')];
  expect(value('max(last_1m):max:r{!env:dev} > 1', '08:00', production, development)).toBe(1);
});

test('each group alerts and recovers on its own, and none hides behind another', () => {
  const grouped = queried('max(last_1m):avg:r{*} by {dag} > 10');
  const one = points('r', '0 11 11 0 0', 'dag:one');
  const other = points('r', '0 0 12 12 0', 'dag:other');
  const untagged = points('r', '99 99 99 99 99');
  const told = notificationsOf(grouped, [], [one, other, untagged], span('08:00', '08:05'));
  expect(toldLines(told)).toEqual(['08:01 alert', '08:02 alert', '08:03 recovery', '08:04 recovery']);
  const merged = queried('max(last_1m):avg:r{*} > 10');
  expect(stateLines(statesOf(merged, [one, other], span('08:00', '08:05')))).toEqual([
    '08:00 ok',
    '08:02 alert',
    '08:03 ok',
  ]);
});
