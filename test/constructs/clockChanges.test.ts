import { Temporal } from 'temporal-polyfill';
import { clockChanges, isSteady } from '../../src/constructs/clockChanges';
import { officeHoursPlan } from '../../src/constructs/officeHoursPlan';
import { offTimes } from '../../src/constructs/offTime';

const minutes = (count: number) => Temporal.Duration.from({ minutes: count });

// Berlin: on 29 March 2026 02:00 to 03:00 does not occur, on 25 October it occurs twice.
test.each([
  ['a night before the change', '2026-03-27T22:00', 600, true],
  ['the night of the change, which lasts nine hours', '2026-03-28T22:00', 600, false],
  ['a quarter of an hour that occurs twice', '2026-10-25T02:30', 15, false],
  ['an end that occurs twice', '2026-10-25T01:00', 90, false],
  ['half an hour that does not occur', '2026-03-29T02:15', 30, false],
])('%s', (_, start, length, steady) => {
  expect(isSteady(Temporal.PlainDateTime.from(start), minutes(length), 'Europe/Berlin')).toBe(steady);
});

test('the changes of four hundred days', () => {
  const from = Temporal.Instant.from('2026-01-01T00:00:00Z');
  expect(clockChanges('Europe/Berlin', from).map(String)).toEqual([
    '2026-03-29T01:00:00Z',
    '2026-10-25T01:00:00Z',
  ]);
  expect(clockChanges('Asia/Kuala_Lumpur', from)).toEqual([]);
});

describe('the times outside office hours', () => {
  const timeZone = 'Asia/Kuala_Lumpur';
  const officeHours = {
    workingWeek: [1, 2, 3, 4, 5] as const,
    from: Temporal.PlainTime.from('09:00'),
    until: Temporal.PlainTime.from('18:00'),
  };
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();
  const off = (from: string, until = from, holidays: readonly string[] = []) => {
    const calendar = { officeHours, timeZone, holidays: holidays.map((day) => Temporal.PlainDate.from(day)) };
    return offTimes(calendar, local(from), local(until)).map((span) =>
      [span.from, span.until]
        .map((at) => at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(5, 16))
        .join(' '),
    );
  };

  test('are at least two; one that is under way begins now', () => {
    // Monday 5 January 2026.
    expect(off('2026-01-05T12:00')).toEqual(['01-05T18:00 01-06T09:00', '01-06T18:00 01-07T09:00']);
    expect(off('2026-01-03T12:00')).toEqual(['01-03T12:00 01-05T09:00', '01-05T18:00 01-06T09:00']);
    expect(off('2026-01-05T09:00')).toEqual(['01-05T18:00 01-06T09:00', '01-06T18:00 01-07T09:00']);
    expect(off('2026-01-05T18:00')).toEqual(['01-05T18:00 01-06T09:00', '01-06T18:00 01-07T09:00']);
  });

  test('go on over weekends and holidays, up to the end that is asked for', () => {
    expect(off('2026-01-08T12:00', '2026-01-13T20:00', ['2026-01-12'])).toEqual([
      '01-08T18:00 01-09T09:00',
      '01-09T18:00 01-13T09:00',
      '01-13T18:00 01-14T09:00',
    ]);
  });

  test('a year without any is an error', () => {
    const monday = Temporal.PlainDate.from('2026-01-05');
    const holidays = Array.from({ length: 60 }, (_, week) => monday.add({ weeks: week }));
    const asOf = local('2026-01-06T12:00');
    const request = {
      officeHours: { ...officeHours, workingWeek: [1] as const },
      timeZone,
      holidays,
      asOf,
      horizon: asOf,
    };
    expect(() => officeHoursPlan(request)).toThrow(`no office hours within a year of ${asOf}`);
  });
});
