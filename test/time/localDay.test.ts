import { Temporal } from 'temporal-polyfill';
import { dayAt, dayOf, dayOfDate, startOfDay, timeOfDay, weekdayOf, wholeDay } from '../../src/time/localDay';

const HOUR = 3_600_000;
const at = (text: string) => Temporal.Instant.from(text);

test('days are counted from 1 January 1970, a Thursday', () => {
  expect([-25, -24, -1, 0, 23, 24].map((hour) => dayOf(hour * HOUR))).toEqual([-2, -1, -1, 0, 0, 1]);
  expect([-4, -1, 0, 1, 4, 20_458].map(weekdayOf)).toEqual([7, 3, 4, 5, 1, 1]);
  // 1767571200 / 86400, a Monday.
  expect(dayOfDate({ year: 2026, month: 1, day: 5 })).toBe(20_458);
  expect(dayOfDate({ year: 1969, month: 12, day: 31 })).toBe(-1);
});

test('a time of day is counted from midnight', () => {
  const times = ['00:00', '09:30', '23:59:59.999'].map((text) => timeOfDay(Temporal.PlainTime.from(text)));
  expect(times).toEqual([0, 34_200_000, 86_399_999]);
});

test('an instant is in the local day of its zone', () => {
  const evening = at('2026-01-05T16:00:00Z');
  expect(dayAt(evening, 'Asia/Kuala_Lumpur')).toBe(20_459);
  expect(dayAt(evening.subtract({ nanoseconds: 1 }), 'Asia/Kuala_Lumpur')).toBe(20_458);
  expect(dayAt(evening, 'America/New_York')).toBe(20_458);
});

test.each([
  ['2026-01-05', 'Asia/Kuala_Lumpur', '2026-01-04T16:00:00Z', '2026-01-05T16:00:00Z'],
  // 23 and 25 hours.
  ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z'],
  ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'],
  // The clocks skip midnight: the day begins at one. They go back to it: it begins the first time.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
])('the whole of %s in %s', (text, timeZone, from, until) => {
  const date = Temporal.PlainDate.from(text);
  const span = wholeDay(date, timeZone);
  expect([span.from.toString(), span.until.toString()]).toEqual([from, until]);
  // Temporal's own first instant of the day.
  expect(startOfDay(dayOfDate(date), timeZone).equals(date.toZonedDateTime(timeZone).toInstant())).toBe(true);
});
