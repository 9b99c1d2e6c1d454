import { rosterProblems } from '../../src/roster';
import { catalogOf, type FixtureSpec, type HolidaySpec, instant } from './fixture';
import { MALAYSIA_2026, MALAYSIA_2027 } from './malaysia';

const WEEKEND: Partial<FixtureSpec> = { restDays: ['saturday', 'sunday'] };

function warned(asOf: string, holidays: readonly HolidaySpec[], spec: Partial<FixtureSpec> = {}): string[] {
  const catalog = catalogOf({ people: {}, holidays, ...spec });
  return rosterProblems(catalog, instant(asOf))
    .filter(({ code }) => code === 'HOLI006')
    .map(({ severity, message, value }) => `${severity} ${value}: ${message}`);
}

test('a list that has the official replacement, too, has two days off for one', () => {
  // Sunday 1 March is followed by its replacement in the list, so the rule adds Tuesday.
  const korea: HolidaySpec[] = [
    ['independence-day', '2026-03-01'],
    ['independence-day-off', '2026-03-02'],
  ];
  expect(warned('2026-01-05', korea, WEEKEND)).toEqual([
    'warning 2026-03-02: independence-day-off on Mon 2 Mar 2026 looks like the replacement of independence-day on Sun 1 Mar 2026, for which the rule adds Tue 3 Mar 2026',
  ]);
});

test('whichever of two weekend days it stands for, each listed day is told once', () => {
  const kingdom: HolidaySpec[] = [
    ['christmas', '2026-12-26'],
    ['boxing-day', '2026-12-27'],
    ['christmas-substitute', '2026-12-28'],
  ];
  // Both move past Monday: to Tuesday and to Wednesday.
  expect(warned('2026-12-01', kingdom, WEEKEND)).toHaveLength(1);
});

test('where one day is the rest day, neighbours are holidays of their own, unless they are called alike', () => {
  // Wesak on Sunday 31 May 2026, the King's birthday on the Monday after it.
  expect(warned('2026-01-05', [...MALAYSIA_2026, ...MALAYSIA_2027])).toEqual([]);
  expect(
    warned('2026-01-05', [
      ['wesak', '2026-05-31'],
      ['cuti ganti', '2026-06-01'],
    ]),
  ).toHaveLength(1);
  expect(
    warned('2026-01-05', [
      ['wesak', '2026-05-31'],
      ['wesak (monday)', '2026-06-01'],
    ]),
  ).toHaveLength(1);
});

test('a holiday that has as many days in another year is no replacement', () => {
  // Sunday 3 and Monday 4 February 2030.
  const once: HolidaySpec[] = [
    ['new-year', '2030-02-03'],
    ['new-year', '2030-02-04'],
  ];
  expect(warned('2029-12-01', once)).toHaveLength(1);
  expect(warned('2029-12-01', [['new-year', '2029-02-13'], ['new-year', '2029-02-14'], ...once])).toEqual([]);
});

test('days that are over are left alone, and so is a country without replacement days', () => {
  const korea: HolidaySpec[] = [
    ['independence-day', '2026-03-01'],
    ['independence-day-off', '2026-03-02'],
  ];
  expect(warned('2026-03-02', korea, WEEKEND)).toHaveLength(1);
  expect(warned('2026-03-03', korea, WEEKEND)).toEqual([]);
  expect(warned('2026-01-05', korea, { restDays: [] })).toEqual([]);
});

describe('a day of another name', () => {
  const days = (listed: string): HolidaySpec[] => [
    ['liberation', '2026-03-01'],
    ['another day', listed],
  ];

  test('is told where there are several rest days a week, with what to do', () => {
    const catalog = catalogOf({ people: {}, holidays: days('2026-03-02'), ...WEEKEND });
    const told = rosterProblems(catalog, instant('2026-01-05')).filter(({ code }) => code === 'HOLI006');
    expect(told.map(({ location, value, wayOut }) => [location.line, value, wayOut])).toEqual([
      [
        2,
        '2026-03-02',
        'remove it if it only replaces that day, or change restDay; keep it if it is a holiday in its own right',
      ],
    ]);
    expect(warned('2026-01-05', days('2026-03-02'))).toEqual([]);
  });

  // Sunday 1 March moves to Monday: neither the Friday before nor the Tuesday after stands for it.
  test.each(['2026-02-27', '2026-03-03'])('is none on %s, which is not between the two', (listed) => {
    expect(warned('2026-01-05', days(listed), WEEKEND)).toEqual([]);
  });
});

describe('days of one holiday are counted', () => {
  const FOUR: HolidaySpec[] = ['2030-02-03', '2030-02-04', '2029-02-13', '2029-02-14'].map((date) => [
    'new-year',
    date,
  ]);

  test.each(['2029-05-01', '2030-05-01'])('without those of others, such as %s', (date) => {
    expect(warned('2029-12-01', [...FOUR, ['founding-day', date]])).toEqual([]);
  });

  test('in the year with the fewest', () => {
    expect(warned('2029-12-01', [...FOUR, ['new-year', '2028-02-16']])).toHaveLength(1);
  });
});
