import { Temporal } from 'temporal-polyfill';
import type { Restriction } from '../../src/deployment';
import { restrictionWindows } from '../../src/rehearsal/restrictionWindows';
import { minute, span } from '../rehearsal/fixture';

const KUALA_LUMPUR = 'Asia/Kuala_Lumpur';
const LONDON = 'Europe/London';

const daily = (from: string, seconds: number): Restriction => ({
  kind: 'daily',
  from: Temporal.PlainTime.from(from),
  duration: Temporal.Duration.from({ seconds }),
});
const weekly = (dayOfWeek: number, from: string, seconds: number): Restriction => ({
  ...daily(from, seconds),
  kind: 'weekly',
  dayOfWeek,
});
const windows = (
  restriction: Restriction,
  timeZone: string,
  from: string,
  until: string,
  counting: 'elapsed' | 'wall-clock' = 'elapsed',
) =>
  restrictionWindows(restriction, timeZone, span(from, until), counting).map(
    (window) => `${minute(window.from)} ${minute(window.until)}`,
  );

test('daily, 9:00 for 9 hours', () => {
  expect(windows(daily('09:00', 32_400), KUALA_LUMPUR, '2026-01-05T00:00Z', '2026-01-07T00:00Z')).toEqual([
    '2026-01-05T01:00Z 2026-01-05T10:00Z',
    '2026-01-06T01:00Z 2026-01-06T10:00Z',
  ]);
});

test('daily across midnight: a window that ends where the span begins is not in it', () => {
  const night = daily('22:00', 36_000);
  expect(windows(night, KUALA_LUMPUR, '2026-01-05T00:00Z', '2026-01-06T00:00Z')).toEqual([
    '2026-01-05T14:00Z 2026-01-06T00:00Z',
  ]);
  expect(windows(night, KUALA_LUMPUR, '2026-01-04T23:59Z', '2026-01-05T14:00Z')).toEqual([
    '2026-01-04T14:00Z 2026-01-05T00:00Z',
  ]);
});

test("weekly across the week's end: Sunday 20:00 for a day, seen from Monday", () => {
  const turn = weekly(7, '20:00', 86_400);
  expect(windows(turn, KUALA_LUMPUR, '2026-01-05T00:00Z', '2026-01-12T00:00Z')).toEqual([
    '2026-01-04T12:00Z 2026-01-05T12:00Z',
    '2026-01-11T12:00Z 2026-01-12T12:00Z',
  ]);
});

test('weekly for all but a second of the week', () => {
  const week = weekly(3, '00:00', 604_799);
  expect(windows(week, 'Etc/UTC', '2026-01-06T00:00Z', '2026-01-07T00:00:00.000000001Z')).toEqual([
    '2025-12-31T00:00Z 2026-01-06T23:59Z',
    '2026-01-07T00:00Z 2026-01-13T23:59Z',
  ]);
});

describe('in London, where the clocks go forward on 29 March 2026', () => {
  test('a night lasts its seconds, or ends at its local time', () => {
    const night = daily('22:00', 36_000);
    const day = ['2026-03-28T12:00Z', '2026-03-29T12:00Z'] as const;
    expect(windows(night, LONDON, ...day, 'elapsed')).toEqual(['2026-03-28T22:00Z 2026-03-29T08:00Z']);
    expect(windows(night, LONDON, ...day, 'wall-clock')).toEqual(['2026-03-28T22:00Z 2026-03-29T07:00Z']);
  });

  test('a beginning that is skipped moves forward; the wall clock then leaves nothing of the window', () => {
    const gap = daily('01:30', 2_700);
    const morning = ['2026-03-29T00:00Z', '2026-03-29T12:00Z'] as const;
    expect(windows(gap, LONDON, ...morning, 'elapsed')).toEqual(['2026-03-29T01:30Z 2026-03-29T02:15Z']);
    expect(windows(gap, LONDON, ...morning, 'wall-clock')).toEqual([]);
  });

  test('a beginning that occurs twice is the first', () => {
    expect(windows(daily('01:30', 2_700), LONDON, '2026-10-25T00:00Z', '2026-10-25T12:00Z')).toEqual([
      '2026-10-25T00:30Z 2026-10-25T01:15Z',
    ]);
  });

  test('an almost whole day from the day before yesterday reaches into the day after the change', () => {
    const moment = ['2026-03-29T23:30Z', '2026-03-29T23:31Z'] as const;
    expect(windows(daily('23:59', 86_399), LONDON, ...moment)).toEqual([
      '2026-03-28T23:59Z 2026-03-29T23:58Z',
      '2026-03-29T22:59Z 2026-03-30T22:58Z',
    ]);
    expect(windows(weekly(1, '00:00', 604_799), LONDON, ...moment)).toEqual([
      '2026-03-23T00:00Z 2026-03-29T23:59Z',
      '2026-03-29T23:00Z 2026-04-05T22:59Z',
    ]);
  });
});
