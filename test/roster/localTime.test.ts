import { Temporal } from 'temporal-polyfill';
import { dateText, listText, timeText } from '../../src/roster/localTime';
import { instant } from './fixture';

test('dates and times carry their weekday', () => {
  expect(dateText(Temporal.PlainDate.from('2026-11-09'))).toBe('Mon 9 Nov 2026');
  expect(dateText(Temporal.PlainDate.from('2026-03-01'))).toBe('Sun 1 Mar 2026');
  expect(timeText(instant('2026-11-08T16:05:59Z'), 'Asia/Kuala_Lumpur')).toBe('Mon 9 Nov 2026 00:05');
});

test.each([
  [[], ''],
  [['Thiru'], 'Thiru'],
  [['Thiru', 'Choo'], 'Thiru and Choo'],
  [['Thiru', 'Choo', 'Spencer'], 'Thiru, Choo and Spencer'],
])('%j is listed as "%s"', (names, expected) => {
  expect(listText(names)).toBe(expected);
});
