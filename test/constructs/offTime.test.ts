import { Temporal } from 'temporal-polyfill';
import { officeHoursPlan } from '../../src/constructs/officeHoursPlan';
import { offTimes } from '../../src/constructs/offTime';

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
