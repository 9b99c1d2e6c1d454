import fc from 'fast-check';
import { isBeyond, type MonitorQuery, readQuery, valueAt } from '../../../src/rehearsal';
import { crossingOf, identityOf } from '../../../src/verbs/rehearse/signal/crossing';
import { at, monitor } from '../../rehearsal/monitor/fixture';

const read = (query: string) =>
  readQuery(monitor({ query, thresholds: { critical: Number(query.split(' ').at(-1)) } }));

/** Whether a query is beyond its bound once its series have had values for a window, after others. */
function isBroken(query: MonitorQuery, now: readonly number[], before: readonly number[]): boolean {
  const end = at('12:00');
  const minutes = query.window.total('minutes');
  const series = query.series.map((each, index) => ({
    ...identityOf(each),
    points: Array.from({ length: 600 }, (_, count) => ({
      at: end.subtract({ minutes: 599 - count }),
      value: (599 - count < minutes ? now[index] : before[index]) ?? 0,
    })),
  }));
  const value = valueAt(query, series, end);
  return value !== undefined && isBeyond(query, value);
}

test.each([
  'avg(last_5m):avg:a.b{*} > 3600',
  'sum(last_1h):sum:a.b{x:y-*} < 100',
  'min(last_5m):default_zero(max:a.b{*}) < 1',
  'min(last_15m):abs(max:a.b{*}) > 30',
  'avg(last_10m):100 * sum:f{*}.as_count() / sum:a{*}.as_count() >= 5',
  'avg(last_10m):avg:a{*} by {dag} - avg:b{*} by {dag} > 7',
  'avg(last_10m):avg:a{*} / 0.001 > 7',
  'change(avg(last_5m),last_1h):avg:a.b{*} > 10',
  'change(avg(last_5m),last_1h):avg:a.b{*} < -10',
  'pct_change(avg(last_5m),30m_ago):avg:a.b{*} < -50',
  'avg(last_5m):avg:a.b{*} > 0',
  'max(last_5m):max:a.b{*} >= 1',
])('%s is crossed', (text) => {
  const query = read(text);
  const { well, broken } = crossingOf(query) ?? { well: [], broken: [] };
  expect(isBroken(query, well, well)).toBe(false);
  expect(isBroken(query, broken, well)).toBe(true);
});

test.each(['avg(last_5m):abs(avg:a.b{*}) < 0', 'change(avg(last_5m),last_1h):avg:a.b{*} < 5'])(
  '%s is never crossed, or always',
  (text) => {
    expect(crossingOf(read(text))).toBeUndefined();
  },
);

test('a bound of any size is crossed close to it', () => {
  const bound = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const aggregate = fc.constantFrom('avg', 'min', 'max', 'sum');
  fc.assert(
    fc.property(bound, aggregate, fc.constantFrom('>', '<', '>=', '<='), (number, how, sign) => {
      const threshold = Number(number.toFixed(6));
      const query = readQuery(
        monitor({
          query: `${how}(last_5m):${how}:a.b{*} ${sign} ${threshold.toFixed(6)}`,
          thresholds: { critical: threshold },
        }),
      );
      const { well = [], broken = [] } = crossingOf(query) ?? {};
      expect([isBroken(query, well, well), isBroken(query, broken, broken)]).toEqual([false, true]);
      const points = how === 'sum' ? 5 : 1;
      const distance = Math.abs((broken[0] ?? NaN) - (well[0] ?? NaN)) * points;
      expect(distance).toBeLessThanOrEqual(2.2 * Math.max(Math.abs(threshold) / 100, 0.01));
    }),
    { seed: 20261126, numRuns: 100 },
  );
});
