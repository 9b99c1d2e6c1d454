import { Temporal } from 'temporal-polyfill';
import { holidayDays, isWorkingDay, type RestRule } from '../../src/roster';
import { catalogOf, type HolidaySpec, holidaysOf } from './fixture';
import { MALAYSIA_2026, MALAYSIA_2027 } from './malaysia';

/** `date: ids`, of replacement days only. */
const MONDAY_TO_FRIDAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const SUNDAY: RestRule = { restDays: ['sunday'], workingWeek: MONDAY_TO_FRIDAY };

function replacements(specs: readonly HolidaySpec[], rule: Partial<RestRule> = {}): string[] {
  return holidayDays(holidaysOf(specs), { ...SUNDAY, ...rule })
    .filter((day) => day.replacement)
    .map(({ date, holidays }) => `${date}: ${holidays.map((holiday) => holiday.id).join(', ')}`);
}

describe('replacement days', () => {
  test('of Malaysia in 2026', () => {
    expect(replacements(MALAYSIA_2026)).toEqual([
      '2026-02-02: federal-territory-day, thaipusam',
      '2026-03-23: hari-raya-aidilfitri',
      '2026-06-02: wesak',
      '2026-11-09: deepavali',
    ]);
  });

  test('of Malaysia in 2027', () => {
    expect(replacements(MALAYSIA_2027)).toEqual([
      '2027-02-08: chinese-new-year',
      '2027-06-08: awal-muharram',
      '2027-08-16: maulidur-rasul',
    ]);
  });

  test('cross the end of the year, past a New Year that is a holiday itself', () => {
    // 31 December 2028 is a Sunday.
    expect(replacements([['last-day', '2028-12-31']])).toEqual(['2029-01-01: last-day']);
    expect(
      replacements([
        ['last-day', '2028-12-31'],
        ['new-year', '2029-01-01'],
      ]),
    ).toEqual(['2029-01-02: last-day']);
  });

  test('move past a chain of holidays, however long', () => {
    expect(
      replacements([
        ['a', '2026-03-01'],
        ['b', '2026-03-02'],
        ['c', '2026-03-03'],
        ['d', '2026-03-04'],
      ]),
    ).toEqual(['2026-03-05: a']);
  });

  test('follow the rest day of the organization', () => {
    // Friday 1 May moves to Monday, past a weekend on which nobody works; Sunday 31 May stays where it is.
    expect(replacements(MALAYSIA_2026, { restDays: ['friday'] })).toEqual([
      '2026-05-04: labour-day',
      '2026-12-28: christmas',
    ]);
  });

  test('none where no day of rest moves its holidays: Germany', () => {
    expect(replacements([['unity', '2027-10-03']], { restDays: [] })).toEqual([]);
  });

  test('each of two holidays on a weekend has its own: the United Kingdom', () => {
    expect(
      replacements(
        [
          ['boxing-day', '2027-12-26'],
          ['christmas', '2027-12-25'],
        ],
        { restDays: ['saturday', 'sunday'] },
      ),
    ).toEqual(['2027-12-27: christmas', '2027-12-28: boxing-day']);
  });

  test('fall on a day of the working week, which may begin on Sunday', () => {
    // Friday 27 November: Saturday is no working day, Sunday 29 is one.
    const rule: RestRule = {
      restDays: ['friday'],
      workingWeek: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
    };
    expect(replacements([['f', '2026-11-27']], rule)).toEqual(['2026-11-29: f']);
  });

  test('move past a holiday that is listed, however it came onto the list', () => {
    expect(
      replacements(
        [
          ['movement', '2026-03-01'],
          ['movement', '2026-03-02'],
        ],
        { restDays: ['saturday', 'sunday'] },
      ),
    ).toEqual(['2026-03-03: movement']);
  });
});

describe('holidayDays', () => {
  test('keeps the holiday itself beside its replacement, by date, whatever the order of the list', () => {
    const days = holidayDays(holidaysOf([...MALAYSIA_2027, ...MALAYSIA_2026].reverse()), SUNDAY);
    const june = days.filter(
      ({ date }) => date.toString() >= '2026-05-27' && date.toString() <= '2026-06-17',
    );
    expect(june.map(({ date, replacement }) => [date.toString(), replacement])).toEqual([
      ['2026-05-27', false],
      ['2026-05-31', false],
      ['2026-06-01', false],
      ['2026-06-02', true],
      ['2026-06-17', false],
    ]);
    // 18 entries in 2026 of which two share 1 February, 18 in 2027, and seven replacements.
    expect(days).toHaveLength(17 + 18 + 7);
  });

  test('has one day for two holidays on one date', () => {
    const first = holidayDays(holidaysOf(MALAYSIA_2026), SUNDAY)[1];
    expect(first?.date.toString()).toBe('2026-02-01');
    expect(first?.holidays.map((holiday) => holiday.id)).toEqual(['federal-territory-day', 'thaipusam']);
  });
});

test.each([
  ['2026-11-06', true], // Friday
  ['2026-11-07', false], // Saturday
  ['2026-11-08', false], // Sunday, Deepavali
  ['2026-11-09', false], // its replacement
  ['2026-11-10', true],
  ['2026-12-25', false], // Friday, Christmas
])('%s is a working day: %s', (date, expected) => {
  const { organization, holidays } = catalogOf({ people: {}, holidays: MALAYSIA_2026 });
  const days = holidayDays(holidays, organization);
  expect(isWorkingDay(Temporal.PlainDate.from(date), organization, days)).toBe(expected);
});
