import { Temporal } from 'temporal-polyfill';
import { finalShifts, layerShifts, overrideShifts } from '../../../src/sandbox/pagerduty/rendering';
import type { PdLayer, PdOverride } from '../../../src/sandbox/pagerduty/state';
import { epochSeconds } from '../../../src/sandbox/pagerduty/times';

const seconds = (text: string) => epochSeconds(Temporal.Instant.from(text));
const window = (from: string, until: string) => ({ from: seconds(from), until: seconds(until) });
const KL = 'Asia/Kuala_Lumpur';

const weekly = (users: string[], more: Partial<PdLayer> = {}): PdLayer => ({
  id: 'L',
  name: 'Layer 1',
  start: '2026-01-05T01:00:00Z',
  end: null,
  rotation_virtual_start: '2026-01-05T01:00:00Z',
  rotation_turn_length_seconds: 604_800,
  users,
  restrictions: [],
  ...more,
});

const override = (user: string, start: string, end: string): PdOverride => ({
  id: 'O',
  schedule: 'S',
  user,
  start,
  end,
});

/** Watches as `user from-until` in UTC, so that a test reads as a roster. */
const text = (shifts: readonly { user: string; from: number; until: number }[]) =>
  shifts.map(({ user, from, until }) =>
    [
      user,
      ...[from, until].map((each) => Temporal.Instant.fromEpochMilliseconds(each * 1000).toString()),
    ].join(' '),
  );

test('turns are counted from the virtual start, in order, forever', () => {
  const shifts = layerShifts(
    weekly(['A', 'B', 'C']),
    KL,
    window('2026-01-10T00:00:00Z', '2026-02-03T00:00:00Z'),
  );
  expect(text(shifts)).toEqual([
    'A 2026-01-10T00:00:00Z 2026-01-12T01:00:00Z',
    'B 2026-01-12T01:00:00Z 2026-01-19T01:00:00Z',
    'C 2026-01-19T01:00:00Z 2026-01-26T01:00:00Z',
    'A 2026-01-26T01:00:00Z 2026-02-02T01:00:00Z',
    'B 2026-02-02T01:00:00Z 2026-02-03T00:00:00Z',
  ]);
});

test('a virtual start after the start counts backwards', () => {
  const later = weekly(['A', 'B', 'C'], { rotation_virtual_start: '2026-01-12T01:00:00Z' });
  expect(text(layerShifts(later, KL, window('2026-01-05T01:00:00Z', '2026-01-13T00:00:00Z')))).toEqual([
    'C 2026-01-05T01:00:00Z 2026-01-12T01:00:00Z',
    'A 2026-01-12T01:00:00Z 2026-01-13T00:00:00Z',
  ]);
});

test('a layer is there from its start to its end only', () => {
  const bounded = weekly(['A'], { start: '2026-01-06T00:00:00Z', end: '2026-01-07T00:00:00Z' });
  expect(text(layerShifts(bounded, KL, window('2026-01-05T01:00:00Z', '2026-01-20T00:00:00Z')))).toEqual([
    'A 2026-01-06T00:00:00Z 2026-01-07T00:00:00Z',
  ]);
});

test('a daily restriction is local time, and moves no turn', () => {
  const daily = {
    type: 'daily_restriction',
    start_time_of_day: '22:00:00',
    duration_seconds: 4 * 3600,
  } as const;
  const shifts = layerShifts(
    weekly(['A', 'B'], { restrictions: [daily] }),
    KL,
    window('2026-01-11T00:00:00+08:00', '2026-01-13T00:00:00+08:00'),
  );
  // 22:00 in Kuala Lumpur is 14:00 in UTC; the hand-off is on 12 January at 01:00 UTC.
  expect(text(shifts)).toEqual([
    'A 2026-01-10T16:00:00Z 2026-01-10T18:00:00Z',
    'A 2026-01-11T14:00:00Z 2026-01-11T18:00:00Z',
    'B 2026-01-12T14:00:00Z 2026-01-12T16:00:00Z',
  ]);
});

test('a weekly restriction reaches over the end of its week', () => {
  const weekend = {
    type: 'weekly_restriction',
    start_day_of_week: 7,
    start_time_of_day: '00:00:00',
    duration_seconds: 2 * 86_400,
  } as const;
  const shifts = layerShifts(
    weekly(['A'], { restrictions: [weekend] }),
    'Etc/UTC',
    window('2026-01-12T00:00:00Z', '2026-01-19T00:00:00Z'),
  );
  expect(text(shifts)).toEqual([
    'A 2026-01-12T00:00:00Z 2026-01-13T00:00:00Z',
    'A 2026-01-18T00:00:00Z 2026-01-19T00:00:00Z',
  ]);
});

test('the last layer counts, overrides count above it, the newest of them first', () => {
  const cover = weekly(['B'], { start: '2026-01-06T00:00:00Z', end: '2026-01-08T00:00:00Z' });
  const schedule = { time_zone: KL, layers: [weekly(['A']), cover] };
  const overrides = [
    override('C', '2026-01-07T00:00:00Z', '2026-01-09T00:00:00Z'),
    override('D', '2026-01-07T12:00:00Z', '2026-01-07T18:00:00Z'),
  ];
  const week = window('2026-01-05T01:00:00Z', '2026-01-12T01:00:00Z');
  expect(text(finalShifts(schedule, overrides, week))).toEqual([
    'A 2026-01-05T01:00:00Z 2026-01-06T00:00:00Z',
    'B 2026-01-06T00:00:00Z 2026-01-07T00:00:00Z',
    'C 2026-01-07T00:00:00Z 2026-01-07T12:00:00Z',
    'D 2026-01-07T12:00:00Z 2026-01-07T18:00:00Z',
    'C 2026-01-07T18:00:00Z 2026-01-09T00:00:00Z',
    'A 2026-01-09T00:00:00Z 2026-01-12T01:00:00Z',
  ]);
  expect(text(overrideShifts(overrides, week))).toEqual([
    'C 2026-01-07T00:00:00Z 2026-01-07T12:00:00Z',
    'D 2026-01-07T12:00:00Z 2026-01-07T18:00:00Z',
    'C 2026-01-07T18:00:00Z 2026-01-09T00:00:00Z',
  ]);
});

test('where nobody stands there is a gap', () => {
  const schedule = { time_zone: KL, layers: [weekly(['A'], { end: '2026-01-06T00:00:00Z' })] };
  expect(finalShifts(schedule, [], window('2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z'))).toEqual([]);
});
