import { Temporal } from 'temporal-polyfill';
import { layersInHours } from '../../src/constructs/hoursLayers';
import type { ScheduleLayer } from '../../src/constructs/scheduleLayer';

/** In Berlin the clocks change on Sunday 29 March 2026 at 01:00 UTC, from +01:00 to +02:00. */
const at = (text: string) => Temporal.Instant.from(`2026-03-${text}:00Z`);
const time = (text: string) => Temporal.PlainTime.from(text);
const NIGHTS = { days: [1, 2, 3, 4, 5, 6, 7] as const, from: time('22:00'), until: time('08:00') };

/** Turns of a day between Ann and Bob, handed off at 03:00 UTC; the turn of the 28th is Ann's. */
const layer = (changes: Partial<ScheduleLayer<string>> = {}): ScheduleLayer<string> => ({
  name: 'all',
  start: at('20T03:00'),
  rotationVirtualStart: at('20T03:00'),
  turnLengthSeconds: 86_400,
  users: ['ann', 'bob'],
  ...changes,
});

/** `start end users, hours or whole` of each piece, without the month. */
function pieces(changes: Partial<ScheduleLayer<string>> = {}, horizon = at('31T00:00')): string[] {
  return layersInHours([layer(changes)], NIGHTS, 'Europe/Berlin', horizon).map(
    ({ start, end, users, restrictions }) => {
      const [from, until] = [start, end].map((each) => each?.toString().slice(8, 16) ?? 'open');
      return `${from} ${until} ${users.join()} ${restrictions === undefined ? 'whole' : 'in hours'}`;
    },
  );
}

test('the night of the change, 21:00 to 06:00 UTC, is layers of their own, one a turn; around it lies an hour', () => {
  expect(pieces()).toEqual([
    '20T03:00 28T20:00 ann,bob in hours',
    '28T21:00 29T03:00 ann whole',
    '29T03:00 29T06:00 bob whole',
    '29T07:00 open ann,bob in hours',
  ]);
});

test('they are called by the local day on which they begin, and count from there', () => {
  const [, first, second] = layersInHours([layer()], NIGHTS, 'Europe/Berlin', at('31T00:00'));
  expect([first?.name, second?.name]).toEqual(['all, hours of 2026-03-28', 'all, hours of 2026-03-29']);
  expect([first?.rotationVirtualStart, first?.turnLengthSeconds]).toEqual([at('28T21:00'), 86_400]);
});

test('before the virtual start turns count backwards', () => {
  expect(pieces({ rotationVirtualStart: at('30T03:00') }).slice(1, 3)).toEqual([
    '28T21:00 29T03:00 ann whole',
    '29T03:00 29T06:00 bob whole',
  ]);
});

test('a layer that begins or ends in that night keeps its ends', () => {
  expect(pieces({ end: at('29T05:00') })).toEqual([
    '20T03:00 28T20:00 ann,bob in hours',
    '28T21:00 29T03:00 ann whole',
    '29T03:00 29T05:00 bob whole',
  ]);
  expect(pieces({ start: at('29T02:00') })).toEqual([
    '29T02:00 29T03:00 ann whole',
    '29T03:00 29T06:00 bob whole',
    '29T07:00 open ann,bob in hours',
  ]);
  expect(pieces({ users: ['ann'], end: at('30T12:00') }).slice(1)).toEqual([
    '28T21:00 29T06:00 ann whole',
    '29T07:00 30T12:00 ann in hours',
  ]);
});

test('one that has ended by then, begins after it, or is planned no further is one layer', () => {
  expect(pieces({ end: at('28T20:00') })).toEqual(['20T03:00 28T20:00 ann,bob in hours']);
  expect(pieces({ start: at('29T07:00') })).toEqual(['29T07:00 open ann,bob in hours']);
  expect(pieces({}, at('29T01:00'))).toEqual(['20T03:00 open ann,bob in hours']);
});

test('what lies between two nights pages nobody, and is left out', () => {
  expect(pieces({ start: at('24T07:00'), end: at('24T21:00') })).toEqual([]);
  expect(pieces({ start: at('24T07:00'), end: at('24T21:01') })).toHaveLength(1);
});

test('hours of the day, which no change touches, and all hours stay one layer', () => {
  const day = { ...NIGHTS, from: time('09:00'), until: time('18:00') };
  expect(layersInHours([layer()], day, 'Europe/Berlin', at('31T00:00'))).toEqual([
    { ...layer(), restrictions: [{ from: time('09:00'), seconds: 32_400 }] },
  ]);
  const always = { ...NIGHTS, from: time('09:00'), until: time('09:00') };
  expect(layersInHours([layer()], always, 'Europe/Berlin', at('31T00:00'))).toEqual([layer()]);
  expect(layersInHours([], NIGHTS, 'Europe/Berlin', at('31T00:00'))).toEqual([]);
});
