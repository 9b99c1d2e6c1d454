import { Temporal } from 'temporal-polyfill';
import { HandOffs } from '../../src/roster/handOffs';
import { dayOfDate } from '../../src/time/localDay';
import { instant } from './fixture';

const handOffs = (timeZone: string, handOffAt: string) =>
  new HandOffs(timeZone, Temporal.PlainTime.from(handOffAt));

test('days are counted from 1 January 1970, in local time', () => {
  const london = handOffs('Europe/London', '09:00');
  expect(london.dayAt(instant('2026-01-05T00:00Z'))).toBe(20_458); // 1767571200 / 86400
  expect(london.dayAt(instant('2026-01-05T23:59Z'))).toBe(20_458);
  expect(london.dayAt(instant('2026-07-01T23:30Z'))).toBe(20_636); // 2 July: 178 days later
});

test.each([
  ['Asia/Kuala_Lumpur', '09:00', '2026-01-05', '2026-01-05T01:00:00Z'],
  ['Europe/London', '09:00', '2026-03-28', '2026-03-28T09:00:00Z'],
  ['Europe/London', '09:00', '2026-03-29', '2026-03-29T08:00:00Z'],
  ['Europe/London', '01:30', '2026-03-29', '2026-03-29T01:00:00Z'], // skipped: the moment of the change
  ['Europe/London', '01:30', '2026-10-25', '2026-10-25T00:30:00Z'], // twice: the first
])('%s at %s on %s', (timeZone, handOffAt, date, expected) => {
  const made = handOffs(timeZone, handOffAt);
  const day = dayOfDate(Temporal.PlainDate.from(date));
  expect(made.on(day).toString()).toBe(expected);
  expect(made.on(day)).toBe(made.on(day));
});
