import { isBeyond, readQuery, reads, type Series, valueAt } from '../../../src/rehearsal';
import { at, monitor, series } from './fixture';

const query = (text: string) =>
  readQuery(monitor({ query: text, thresholds: { critical: Number(text.split(' ').at(-1)) } }));
const LAG = 'pipeline.data.lag_seconds{pipeline:growth}';
const allOver = query(`min(last_5m):max:${LAG} > 10`);
const anyOver = query(`max(last_5m):max:${LAG} > 10`);

test('a window of five minutes has the points of five minutes, and not the one at its very beginning', () => {
  const points = [series('08:00', '1 2 3 4 5 6')];
  expect(valueAt(allOver, points, at('08:05'))).toBe(2);
  expect(valueAt(anyOver, points, at('08:05'))).toBe(6);
  expect(valueAt(allOver, points, at('08:04'))).toBe(1);
});

test('what comes later is not known yet', () => {
  expect(valueAt(anyOver, [series('08:00', '1 2 3')], at('08:01'))).toBe(2);
  expect(valueAt(anyOver, [series('08:00', '1 2 3')], at('07:59'))).toBeUndefined();
});

test('a hole is no value: what was reported decides', () => {
  const points = [series('08:00', '20 - 30 - 40')];
  expect(valueAt(allOver, points, at('08:04'))).toBe(20);
  expect(valueAt(allOver, points, at('08:06'))).toBe(30);
  expect(valueAt(allOver, points, at('08:08'))).toBe(40);
  expect(valueAt(allOver, points, at('08:09'))).toBeUndefined();
});

test('seconds count: a point leaves the window to the second', () => {
  const late: Series = { ...series('08:00', '-'), points: [{ at: at('08:00:30'), value: 7 }] };
  expect(valueAt(allOver, [late], at('08:00'))).toBeUndefined();
  expect(valueAt(allOver, [late], at('08:05'))).toBe(7);
  expect(valueAt(allOver, [late], at('08:06'))).toBeUndefined();
});

test('several series of a minute become one before the minutes do', () => {
  const two = [series('08:00', '1 20'), series('08:00', '15 2', ['pipeline:growth', 'host:b'])];
  // Of each minute the highest, 15 and 20, or the lowest, 1 and 2.
  expect(valueAt(query(`min(last_5m):max:${LAG} > 10`), two, at('08:01'))).toBe(15);
  expect(valueAt(query(`max(last_5m):min:${LAG} > 10`), two, at('08:01'))).toBe(2);
});

test('the sign is disregarded point by point, before the window becomes one value', () => {
  const points = [series('08:00', '-40 35 -31')];
  expect(valueAt(query(`min(last_5m):abs(max:${LAG}) > 30`), points, at('08:02'))).toBe(31);
  expect(valueAt(query(`max(last_5m):abs(max:${LAG}) > 30`), points, at('08:02'))).toBe(40);
  expect(valueAt(allOver, points, at('08:02'))).toBe(-40);
});

test('the sign is disregarded after several series became one', () => {
  const two = [series('08:00', '-40'), series('08:00', '5', ['pipeline:growth', 'host:b'])];
  expect(valueAt(query(`min(last_5m):abs(max:${LAG}) > 30`), two, at('08:00'))).toBe(5);
});

test('a series is read where it has the metric and all of the tags, and maybe others', () => {
  expect(reads(allOver, series('08:00', '1', ['host:b', 'pipeline:growth']))).toBe(true);
  expect(reads(allOver, series('08:00', '1', ['pipeline:growth-2']))).toBe(false);
  expect(reads(allOver, series('08:00', '1', []))).toBe(false);
  expect(reads(allOver, { metric: 'pipeline.data.lag', tags: ['pipeline:growth'] })).toBe(false);
  expect(valueAt(allOver, [series('08:00', '1', ['pipeline:profit'])], at('08:00'))).toBeUndefined();
});

test.each([
  ['> 10', [false, false, true]],
  ['>= 10', [false, true, true]],
  ['< 10', [true, false, false]],
  ['<= 10', [true, true, false]],
])('9, 10 and 11 against %s', (comparison, expected) => {
  const each = query(`min(last_5m):max:${LAG} ${comparison}`);
  expect([9, 10, 11].map((value) => isBeyond(each, value))).toEqual(expected);
});
