import { Temporal } from 'temporal-polyfill';
import { skippedText, skippedTime } from '../../src/time/skippedTime';

const at = (local: string) => Temporal.PlainDateTime.from(local);

// By hand, from the zones' rules: London changes at 01:00 UTC, Lord Howe by half an hour at 02:00
// local (UTC+10:30), Beirut at midnight; Samoa left out 30 December 2011 to cross the date line.
test.each([
  ['2026-03-29T01:00', 'Europe/London', '2026-03-29T01:00:00 2026-03-29T02:00:00 2026-03-29T01:00:00Z'],
  ['2026-03-29T01:59:59', 'Europe/London', '2026-03-29T01:00:00 2026-03-29T02:00:00 2026-03-29T01:00:00Z'],
  ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T02:00:00 2026-10-04T02:30:00 2026-10-03T15:30:00Z'],
  ['2026-03-29T00:30', 'Asia/Beirut', '2026-03-29T00:00:00 2026-03-29T01:00:00 2026-03-28T22:00:00Z'],
  ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T00:00:00 2011-12-31T00:00:00 2011-12-30T10:00:00Z'],
])('%s in %s is skipped', (local, timeZone, expected) => {
  const skipped = skippedTime(at(local), timeZone);
  expect([skipped?.from, skipped?.until, skipped?.change].join(' ')).toBe(expected);
});

test.each([
  ['2026-03-29T00:59', 'Europe/London'],
  ['2026-03-29T02:00', 'Europe/London'],
  ['2026-10-25T01:30', 'Europe/London'], // twice
  ['2026-11-09T09:00', 'Asia/Kuala_Lumpur'],
])('%s in %s occurs', (local, timeZone) => {
  expect(skippedTime(at(local), timeZone)).toBeUndefined();
  expect(skippedText(at(local), timeZone)).toBeUndefined();
});

test('a message says what the clocks do', () => {
  expect(skippedText(at('2026-03-29T01:30'), 'Europe/London')).toBe(
    'the clocks of Europe/London go forward from 01:00 to 02:00 on Sun 29 Mar 2026',
  );
  expect(skippedText(at('2011-12-30T12:00'), 'Pacific/Apia')).toBe(
    'the clocks of Pacific/Apia go forward from Fri 30 Dec 2011 00:00 to Sat 31 Dec 2011 00:00',
  );
});
