import { Temporal } from 'temporal-polyfill';
import { formatDiagnostic, type NamedOffice, type Office } from '../../src/catalog';
import { rosterProblems } from '../../src/roster';
import { emptyYearProblems } from '../../src/roster/emptyYears';
import { holidayProblems, upcomingYearProblems } from '../../src/roster/holidayProblems';
import { catalogOf, type FixtureSpec, holidaysOf, instant, window } from './fixture';
import { MALAYSIA_2026, MALAYSIA_2027 } from './malaysia';

function problems(from: string, until: string, spec: Partial<FixtureSpec> = {}): string[] {
  const holidays = [...MALAYSIA_2026, ...MALAYSIA_2027];
  return holidayProblems(catalogOf({ people: {}, holidays, ...spec }), window(from, until)).map(
    formatDiagnostic,
  );
}

describe('HOLI003', () => {
  test('names the missing year, the last covered one and the file to add, at the horizon', () => {
    expect(problems('2027-11-01', '2028-01-24')).toEqual([
      'data/organization.yaml:12:3 error HOLI003: the roster from Mon 1 Nov 2027 to Sun 23 Jan 2028 reaches 2028: there is no holidays/2028.yaml (the last one is holidays/2027.yaml): 2028\n' +
        '  add holidays/2028.yaml with the public holidays of 2028',
    ]);
  });

  test("not where the horizon is the year's first instant", () => {
    expect(problems('2027-11-01', '2028-01-01')).toEqual([]);
    expect(problems('2027-11-01', '2028-01-01T00:00:01')).toHaveLength(1);
  });

  test('one for each missing year', () => {
    const found = problems('2027-12-31T23:00', '2029-01-02', { holidays: [], holidayYears: [] });
    expect(
      found.map((text) => text.match(/reaches (\d+): there is no holidays\/\d+.yaml \((.*)\)/)?.slice(1)),
    ).toEqual([
      ['2027', 'there are none'],
      ['2028', 'there are none'],
      ['2029', 'there are none'],
    ]);
  });
});

describe('HOLI003 in four weeks', () => {
  // With 84 days, the last planned day is 83 days after as-of: it reaches 1 January 2028 on
  // 10 October 2027 (21 days to the end of October, 30, 31, and 1). Four weeks before is 12 September.
  const upcoming = (from: string, until: string, spec: Partial<FixtureSpec> = {}) =>
    upcomingYearProblems(catalogOf({ people: {}, ...spec }), window(from, until)).map(formatDiagnostic);

  test('is a warning from exactly four weeks before the error', () => {
    expect(upcoming('2027-09-11', '2027-12-04')).toEqual([]);
    expect(upcoming('2027-09-12', '2027-12-05')).toEqual([
      'data/organization.yaml:12:3 warning HOLI003: on Sun 10 Oct 2027 the roster will reach 2028, and this will be an error: there is no holidays/2028.yaml (the last one is holidays/2027.yaml): 2028\n' +
        '  add holidays/2028.yaml with the public holidays of 2028',
    ]);
  });

  test('names the same day until it comes, and is the error from then on', () => {
    expect(upcoming('2027-10-09T23:59', '2028-01-01')[0]).toContain('on Sun 10 Oct 2027 the roster');
    expect(problems('2027-10-09T23:59', '2028-01-01', { holidays: [] })).toEqual([]);
    expect(upcoming('2027-10-10', '2028-01-02')).toEqual([]);
    expect(problems('2027-10-10', '2028-01-02')[0]).toContain('error HOLI003');
  });

  test('is none while there is a file', () => {
    expect(upcoming('2027-09-12', '2027-12-05', { holidayYears: [2026, 2027, 2028] })).toEqual([]);
  });

  test('comes with the problems of a roster', () => {
    const holidays: FixtureSpec['holidays'] = [['labour-day', '2027-05-01']];
    const catalog = catalogOf({ people: {}, horizonDays: 84, holidays });
    const found = (asOf: string) =>
      rosterProblems(catalog, instant(asOf)).map(({ severity, code }) => `${severity} ${code}`);
    expect(found('2027-09-11T23:59')).toEqual([]);
    expect(found('2027-09-12')).toEqual(['warning HOLI003']);
    expect(found('2027-10-09T23:59')).toEqual(['warning HOLI003']);
    expect(found('2027-10-10')).toEqual(['error HOLI003']);
  });
});

describe('offices with a calendar of their own', () => {
  const office = (id: string, line: number, calendar: Office['calendar']): NamedOffice => ({
    id,
    name: id,
    timeZone: 'Europe/London',
    workingWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    restDays: ['saturday', 'sunday'],
    officeHours: { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('17:30') },
    calendar,
    source: { file: 'data/organization.yaml', line, column: 3 },
  });
  const boxingDay = holidaysOf([['boxing-day', '2026-12-26', 'expected']]);
  const uk = { id: 'uk', holidays: boxingDay, years: [2026] };
  const catalog = {
    ...catalogOf({ people: {} }),
    offices: [office('london', 20, uk), office('leeds', 21, uk)],
  };

  test('HOLI003 names the folder, once for all offices that share it', () => {
    expect(holidayProblems(catalog, window('2026-11-01', '2027-01-24')).map(formatDiagnostic)).toEqual([
      'data/organization.yaml:20:3 error HOLI003: the roster from Sat 31 Oct 2026 to Sat 23 Jan 2027 reaches 2027: there is no holidays/uk/2027.yaml (the last one is holidays/uk/2026.yaml): 2027\n' +
        '  add holidays/uk/2027.yaml with the public holidays of 2027',
      // A Saturday: the replacement day is Monday 28 December.
      'data/holidays.yaml:1:3 warning HOLI004: boxing-day is expected on Sat 26 Dec 2026 and Mon 28 Dec 2026 (replacement day) but not yet gazetted, so it may move\n' +
        '  confirm the date once the list of 2026 is gazetted, then write status: gazetted',
    ]);
  });

  test('a year begins by the clock of each office', () => {
    // Midnight of 1 January in Kuala Lumpur is 16:00 in London.
    expect(holidayProblems(catalog, window('2026-12-30', '2027-01-01T07:59'))).toEqual([]);
    expect(holidayProblems(catalog, window('2026-12-30', '2027-01-01T08:01'))).toHaveLength(1);
  });

  test('HOLI007 names the file, once for all offices that share it, and by the clock of each office', () => {
    const none = { id: 'uk', holidays: [], years: [2026, 2027] };
    const empty = {
      ...catalogOf({
        people: {},
        holidays: [
          ['labour-day', '2026-05-01'],
          ['labour-day', '2027-05-01'],
        ],
      }),
      offices: [office('london', 20, none), office('leeds', 21, none)],
    };
    const files = (until: string) =>
      emptyYearProblems(empty, window('2026-12-30', until)).map(({ location }) => location.file);
    expect(files('2027-01-01T07:59')).toEqual(['data/holidays/uk/2026.yaml']);
    expect(files('2027-01-01T08:01')).toEqual(['data/holidays/uk/2026.yaml', 'data/holidays/uk/2027.yaml']);
  });
});

describe('HOLI004', () => {
  test('one for each expected holiday, with its days and replacement days', () => {
    expect(problems('2027-01-25', '2027-02-20')).toEqual([
      'data/holidays.yaml:22:3 warning HOLI004: chinese-new-year is expected on Sat 6 Feb 2027, Sun 7 Feb 2027 and Mon 8 Feb 2027 (replacement day) but not yet gazetted, so it may move\n' +
        '  confirm the date once the list of 2027 is gazetted, then write status: gazetted',
    ]);
  });

  test('also where only the replacement day is planned', () => {
    expect(problems('2027-06-08', '2027-06-09')[0]).toContain(
      'awal-muharram is expected on Sun 6 Jun 2027 and Tue 8 Jun 2027 (replacement day)',
    );
    expect(problems('2027-06-07', '2027-06-08')).toEqual([]);
    expect(problems('2027-06-09', '2027-06-10')).toEqual([]);
  });

  test("today counts until its end, the horizon's day does not", () => {
    expect(problems('2027-01-22T23:59', '2027-01-23')).toHaveLength(1);
    expect(problems('2027-01-21', '2027-01-22')).toEqual([]);
  });

  test('apart for each year, and none for a gazetted day', () => {
    const holidays: FixtureSpec['holidays'] = [
      ['awal-muharram', '2026-01-10', 'expected'],
      ['awal-muharram', '2026-12-30', 'expected'],
      ['awal-muharram', '2027-12-20', 'expected'],
      ['awal-muharram', '2027-12-21'],
    ];
    const found = problems('2026-01-01', '2027-12-31', { holidays });
    expect(found.map((text) => text.match(/expected on (.*) but not/)?.[1])).toEqual([
      'Sat 10 Jan 2026 and Wed 30 Dec 2026',
      'Mon 20 Dec 2027',
    ]);
  });

  test('a day that an expected holiday shares with a gazetted one', () => {
    const holidays: FixtureSpec['holidays'] = [
      ['deepavali', '2026-11-10'],
      ['awal-muharram', '2026-11-10', 'expected'],
    ];
    expect(problems('2026-01-01', '2026-12-31', { holidays }).map((text) => text.split(': ')[1])).toEqual([
      'awal-muharram is expected on Tue 10 Nov 2026 but not yet gazetted, so it may move\n  confirm the date once the list of 2026 is gazetted, then write status',
    ]);
  });
});
