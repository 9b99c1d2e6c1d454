import { Temporal } from 'temporal-polyfill';
import { parseInstant, startOfToday, whySkipped } from '../../src/roster';

const KUALA_LUMPUR = 'Asia/Kuala_Lumpur';
const LONDON = 'Europe/London';

test.each([
  ['2026-11-09T01:00:00Z', KUALA_LUMPUR, '2026-11-09T01:00:00Z'],
  ['2026-11-09T09:00:00+08:00', LONDON, '2026-11-09T01:00:00Z'],
  ['2026-11-09T09:00:00.250-03:30', LONDON, '2026-11-09T12:30:00.25Z'],
  ['2026-11-09t01:00:00z', KUALA_LUMPUR, '2026-11-09T01:00:00Z'],
  ['2026-11-09', KUALA_LUMPUR, '2026-11-08T16:00:00Z'],
  ['2026-07-01', LONDON, '2026-06-30T23:00:00Z'],
  ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'], // the day begins at 01:00
  ['2026-11-09T08:30', KUALA_LUMPUR, '2026-11-09T00:30:00Z'],
  ['2026-11-09T08:30:15', KUALA_LUMPUR, '2026-11-09T00:30:15Z'],
  ['2026-10-25T01:30', LONDON, '2026-10-25T00:30:00Z'], // twice: the first
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['2028-02-29', KUALA_LUMPUR, '2028-02-28T16:00:00Z'],
])('%s in %s is %s', (text, timeZone, expected) => {
  expect(parseInstant(text, timeZone)?.toString()).toBe(expected);
});

test.each([
  ['2026-03-29T01:30', LONDON], // clocks go forward
  ['2026-03-08T02:30:00', 'America/New_York'],
  ['2011-12-30', 'Pacific/Apia'], // the day that Samoa left out
  ['2026-02-29', LONDON],
  ['2026-13-01', LONDON],
  ['2026-02-30T09:00', LONDON],
  ['2026-02-30T09:00:00Z', LONDON],
  ['2026-11-09T24:00', LONDON],
  ['2026-11-09T09:60', LONDON],
  ['2026-11-09T09:00:60Z', LONDON],
  ['2026-11-09T09:00Z', LONDON], // RFC 3339 wants seconds
  ['2026-11-09T09:00:00+0800', LONDON],
  ['2026-11-09T09:00:00+08', LONDON],
  ['2026-11-09T09:00:00[Asia/Kuala_Lumpur]', LONDON],
  ['2026-11-09T09:00:00+08:00[Asia/Kuala_Lumpur]', LONDON],
  ['2026-11-09 09:00', LONDON],
  ['20261109', LONDON],
  ['+002026-11-09', LONDON],
  [' 2026-11-09', LONDON],
  ['2026-11-09\n', LONDON],
  ['9 Nov 2026', LONDON],
  ['now', LONDON],
  ['', LONDON],
])('%j in %s is not a valid instant', (text, timeZone) => {
  expect(parseInstant(text, timeZone)).toBeUndefined();
});

test.each([
  ['2026-11-08T15:59:59Z', KUALA_LUMPUR, '2026-11-07T16:00:00Z'],
  ['2026-11-08T16:00:00Z', KUALA_LUMPUR, '2026-11-08T16:00:00Z'],
  ['2026-10-25T12:00:00Z', LONDON, '2026-10-24T23:00:00Z'],
  ['2026-03-29T12:00:00Z', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
])('today at %s in %s begins at %s', (now, timeZone, expected) => {
  expect(startOfToday(Temporal.Instant.from(now), timeZone).toString()).toBe(expected);
});

test('what the clocks skip is told from what is no date', () => {
  expect(whySkipped('2026-03-29T01:30', LONDON)).toBe(
    'the clocks of Europe/London go forward from 01:00 to 02:00 on Sun 29 Mar 2026',
  );
  expect(whySkipped('2011-12-30', 'Pacific/Apia')).toContain('go forward from Fri 30 Dec 2011 00:00');
  // The clocks skip the midnight of this day, and not the day.
  expect(whySkipped('2026-03-29', 'Asia/Beirut')).toBeUndefined();
  for (const text of ['2026-02-30', '2026-02-30T09:00', 'now', '2026-11-09T08:30', '2026-03-29T01:30:00Z']) {
    expect(whySkipped(text, LONDON)).toBeUndefined();
  }
});
