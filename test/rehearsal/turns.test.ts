import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { turnAt, turnStart } from '../../src/rehearsal/turns';
import { at, layer } from './fixture';

const KUALA_LUMPUR = 'Asia/Kuala_Lumpur';
const LONDON = 'Europe/London';
const seconds = (count: number) => Temporal.Duration.from({ seconds: count });

describe.each(['elapsed', 'wall-clock'] as const)('turns of a week in Kuala Lumpur, %s', (counting) => {
  test.each([
    ['2026-01-05T01:00:00Z', 0],
    ['2026-01-12T00:59:59.999999999Z', 0],
    ['2026-01-12T01:00:00Z', 1],
    ['2026-02-02T01:00:00Z', 4],
    ['2026-01-05T00:59:59.999999999Z', -1],
    ['2025-12-29T01:00:00Z', -1],
    ['2025-12-29T00:59:59.999999999Z', -2],
  ])('%s is in turn %i', (instant, turn) => {
    expect(turnAt(layer(['a']), KUALA_LUMPUR, at(instant), counting)).toBe(turn);
  });

  test('turns begin a week apart, on both sides of the virtual start', () => {
    const starts = [-2, -1, 0, 1].map((turn) =>
      turnStart(layer(['a']), KUALA_LUMPUR, turn, counting).toString(),
    );
    expect(starts).toEqual([
      '2025-12-22T01:00:00Z',
      '2025-12-29T01:00:00Z',
      '2026-01-05T01:00:00Z',
      '2026-01-12T01:00:00Z',
    ]);
  });
});

describe('in London, from Monday 23 March 2026, 9:00 (clocks go forward on 29 March, back on 25 October)', () => {
  const weekly = layer(['a'], { rotationVirtualStart: at('2026-03-23T09:00Z') });
  const starts = (turns: readonly number[], counting: 'elapsed' | 'wall-clock') =>
    turns.map((turn) => turnStart(weekly, LONDON, turn, counting).toString());

  test('elapsed: the hand-off moves to 10:00 in summer and back in autumn', () => {
    expect(starts([0, 1, 30, 31], 'elapsed')).toEqual([
      '2026-03-23T09:00:00Z',
      '2026-03-30T09:00:00Z',
      '2026-10-19T09:00:00Z',
      '2026-10-26T09:00:00Z',
    ]);
    expect(turnAt(weekly, LONDON, at('2026-03-30T08:30Z'), 'elapsed')).toBe(0);
  });

  test('wall-clock: the hand-off stays at 9:00', () => {
    expect(starts([0, 1, 30, 31], 'wall-clock')).toEqual([
      '2026-03-23T09:00:00Z',
      '2026-03-30T08:00:00Z',
      '2026-10-19T08:00:00Z',
      '2026-10-26T09:00:00Z',
    ]);
    expect(turnAt(weekly, LONDON, at('2026-03-30T08:30Z'), 'wall-clock')).toBe(1);
  });

  test('turns of half a day are elapsed in both', () => {
    const half = layer(['a'], { rotationVirtualStart: at('2026-03-23T09:00Z'), turnLength: seconds(43_200) });
    expect(turnStart(half, LONDON, 14, 'wall-clock').toString()).toBe('2026-03-30T09:00:00Z');
    expect(turnAt(half, LONDON, at('2026-03-30T08:30Z'), 'wall-clock')).toBe(13);
  });
});

test('wall-clock: a clock that goes back across midnight does not undo a hand-off at midnight', () => {
  // In 2010 St. John's went from 0:01 on 7 November (2:31 UTC) back to 23:01 on the 6th.
  const nightly = layer(['a'], {
    rotationVirtualStart: at('2010-11-05T02:30Z'),
    turnLength: seconds(86_400),
  });
  const turns = ['02:29:59', '02:30:00', '02:31:00', '03:31:00'].map((time) =>
    turnAt(nightly, 'America/St_Johns', at(`2010-11-07T${time}Z`), 'wall-clock'),
  );
  expect(turns).toEqual([1, 2, 2, 2]);
});

const instants = (from: string, until: string) =>
  fc
    .bigInt({ min: at(from).epochNanoseconds, max: at(until).epochNanoseconds })
    .map((ns) => Temporal.Instant.fromEpochNanoseconds(ns));

test('wall-clock: the first turn begins at the virtual start, also in the second run of a repeated hour', () => {
  const second = '2026-10-25T01:30:00Z';
  const daily = layer(['a'], { rotationVirtualStart: at(second), turnLength: seconds(86_400) });
  const starts = [-1, 0, 1].map((turn) => turnStart(daily, LONDON, turn, 'wall-clock').toString());
  // 01:30 of each day: still an hour ahead of UTC the day before.
  expect(starts).toEqual(['2026-10-24T00:30:00Z', second, '2026-10-26T01:30:00Z']);
});

test('elapsed: the turn is the floor of the time passed over the turn, for any instant', () => {
  fc.assert(
    fc.property(
      instants('2000-01-01T00:00Z', '2060-01-01T00:00Z'),
      instants('2000-01-01T00:00Z', '2060-01-01T00:00Z'),
      fc.integer({ min: 3_600, max: 31_536_000 }),
      (rotationVirtualStart, instant, length) => {
        const changed = layer(['a'], { rotationVirtualStart, turnLength: seconds(length) });
        const turn = BigInt(turnAt(changed, LONDON, instant, 'elapsed'));
        // The floor is the one whole number q with q <= x < q + 1.
        const passed = instant.epochNanoseconds - rotationVirtualStart.epochNanoseconds;
        const turnLength = BigInt(length) * 10n ** 9n;
        expect(turn * turnLength <= passed && passed < (turn + 1n) * turnLength).toBe(true);
      },
    ),
    { seed: 20260105, numRuns: 300 },
  );
});

test('wall-clock: every instant lies in its turn, also where the clocks or the calendar jump', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(LONDON, 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
      instants('2011-01-01T00:00Z', '2013-01-01T00:00Z'),
      instants('2011-01-01T00:00Z', '2013-01-01T00:00Z'),
      fc.integer({ min: 1, max: 14 }),
      (timeZone, rotationVirtualStart, instant, days) => {
        const changed = layer(['a'], { rotationVirtualStart, turnLength: seconds(days * 86_400) });
        const turn = turnAt(changed, timeZone, instant, 'wall-clock');
        const begins = turnStart(changed, timeZone, turn, 'wall-clock');
        const ends = turnStart(changed, timeZone, turn + 1, 'wall-clock');
        expect(Temporal.Instant.compare(begins, instant)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(instant, ends)).toBe(-1);
      },
    ),
    { seed: 20260329, numRuns: 300 },
  );
});
