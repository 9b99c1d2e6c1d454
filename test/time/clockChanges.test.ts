import { Temporal } from 'temporal-polyfill';
import { clockChanges, isSteady } from '../../src/time/clockChanges';
import { asUtc } from '../../src/time/zoneOffsets';

const MINUTE = 60_000;
const at = (text: string) => Temporal.Instant.from(text);
const local = (text: string) => asUtc(Temporal.PlainDateTime.from(text));

// Berlin: on 29 March 2026 02:00 to 03:00 does not occur, on 25 October it occurs twice.
test.each([
  ['a night before the change', '2026-03-27T22:00', 600, true],
  ['the night of the change, which lasts nine hours', '2026-03-28T22:00', 600, false],
  ['a quarter of an hour that occurs twice', '2026-10-25T02:30', 15, false],
  ['an end that occurs twice', '2026-10-25T01:00', 90, false],
  ['half an hour that does not occur', '2026-03-29T02:15', 30, false],
  ['an end that does not occur', '2026-03-29T01:15', 60, false],
])('%s', (_, start, minutes, steady) => {
  expect(isSteady(local(start), minutes * MINUTE, 'Europe/Berlin')).toBe(steady);
});

test('the changes of a year, and which way the clocks go', () => {
  const year = { from: at('2026-01-01T00:00:00Z'), until: at('2027-01-01T00:00:00Z') };
  const changesOf = (timeZone: string) =>
    clockChanges(timeZone, year).map((change) => `${change.at} ${change.forward / MINUTE}`);
  expect(changesOf('Europe/Berlin')).toEqual(['2026-03-29T01:00:00Z 60', '2026-10-25T01:00:00Z -60']);
  // Half an hour, in the other season.
  expect(changesOf('Australia/Lord_Howe')).toEqual(['2026-04-04T15:00:00Z -30', '2026-10-03T15:30:00Z 30']);
  expect(changesOf('Asia/Kuala_Lumpur')).toEqual([]);
});

test('a change at the first instant of a span is in it, one at its end is not', () => {
  const change = at('2026-03-29T01:00:00Z');
  const [day, second] = [{ hours: 24 }, { seconds: 1 }];
  const count = (from: Temporal.Instant, until: Temporal.Instant) =>
    clockChanges('Europe/Berlin', { from, until }).length;
  expect(count(change, change.add(day))).toBe(1);
  expect(count(change.add(second), change.add(day))).toBe(0);
  expect(count(change.subtract(day), change)).toBe(0);
  expect(count(change.subtract(day), change.add(second))).toBe(1);
});
