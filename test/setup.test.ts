import { Temporal } from 'temporal-polyfill';

test('toEqual tells Temporal values apart', () => {
  const day = (text: string) => ({ date: Temporal.PlainDate.from(text) });
  expect(day('2026-01-05')).toEqual(day('2026-01-05'));
  expect(day('2026-01-05')).not.toEqual(day('2027-01-05'));
  expect(day('2026-01-05')).not.toEqual({ date: Temporal.PlainDateTime.from('2026-01-05') });
});
