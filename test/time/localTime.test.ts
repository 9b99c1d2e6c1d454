import { Temporal } from 'temporal-polyfill';
import {
  clockText,
  dateText,
  listText,
  shortDateText,
  shortTimeText,
  timeText,
} from '../../src/time/localTime';
import { instant } from '../roster/fixture';

test('dates and times carry their weekday', () => {
  expect(dateText(Temporal.PlainDate.from('2026-11-09'))).toBe('Mon 9 Nov 2026');
  expect(dateText(Temporal.PlainDate.from('2026-03-01'))).toBe('Sun 1 Mar 2026');
  expect(timeText(instant('2026-11-08T16:05:59Z'), 'Asia/Kuala_Lumpur')).toBe('Mon 9 Nov 2026 00:05');
});

test('the year is told where it is another than that of what stands beside', () => {
  const [before, after] = [instant('2026-12-31T15:59:00Z'), instant('2026-12-31T16:00:00Z')];
  const zone = 'Asia/Kuala_Lumpur';
  expect(shortTimeText(before, zone, before)).toBe('Thu 31 Dec 23:59');
  // In Kuala Lumpur it is 2027 already.
  expect(shortTimeText(after, zone, before)).toBe('Fri 1 Jan 2027 00:00');
  expect(shortTimeText(before, zone, after)).toBe('Thu 31 Dec 2026 23:59');
  expect(shortDateText(after, zone, after)).toBe('Fri 1 Jan');
});

test('of an hour that occurs twice, which one it is', () => {
  // London puts its clocks back at 01:00 UTC on 25 October 2026.
  const zone = 'Europe/London';
  expect(timeText(instant('2026-10-24T23:59:00Z'), zone)).toBe('Sun 25 Oct 2026 00:59');
  expect(timeText(instant('2026-10-25T00:00:00Z'), zone)).toBe('Sun 25 Oct 2026 01:00 (UTC+01:00)');
  expect(timeText(instant('2026-10-25T00:30:00Z'), zone)).toBe('Sun 25 Oct 2026 01:30 (UTC+01:00)');
  expect(timeText(instant('2026-10-25T01:30:00Z'), zone)).toBe('Sun 25 Oct 2026 01:30 (UTC+00:00)');
  expect(timeText(instant('2026-10-25T02:00:00Z'), zone)).toBe('Sun 25 Oct 2026 02:00');
  expect(clockText(instant('2026-11-01T05:30:00Z'), 'America/New_York')).toBe('01:30 (UTC-04:00)');
  // In spring an hour is left out, and none occurs twice.
  expect(timeText(instant('2026-03-29T01:00:00Z'), zone)).toBe('Sun 29 Mar 2026 02:00');
  expect(timeText(instant('2026-03-29T00:59:00Z'), zone)).toBe('Sun 29 Mar 2026 00:59');
});

test.each([
  [[], ''],
  [['Thiru'], 'Thiru'],
  [['Thiru', 'Choo'], 'Thiru and Choo'],
  [['Thiru', 'Choo', 'Spencer'], 'Thiru, Choo and Spencer'],
])('%j is listed as "%s"', (names, expected) => {
  expect(listText(names)).toBe(expected);
});
