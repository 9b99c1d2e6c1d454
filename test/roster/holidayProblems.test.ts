import { formatDiagnostic } from '../../src/catalog';
import { holidayProblems } from '../../src/roster/holidayProblems';
import { catalogOf, type FixtureSpec, window } from './fixture';
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
      'data/organization.yaml:12:3 error HOLI003: the roster from Mon 1 Nov 2027 to Sun 23 Jan 2028 reaches 2028, which has no holiday file (the last one is of 2027): 2028\n' +
        '  add holidays/2028.yaml with the public holidays of 2028',
    ]);
  });

  test('not where the horizon is the year’s first instant', () => {
    expect(problems('2027-11-01', '2028-01-01')).toEqual([]);
    expect(problems('2027-11-01', '2028-01-01T00:00:01')).toHaveLength(1);
  });

  test('one for each missing year', () => {
    const found = problems('2027-12-31T23:00', '2029-01-02', { holidays: [], holidayYears: [] });
    expect(
      found.map((text) => text.match(/reaches (\d+), which has no holiday file \((.*)\)/)?.slice(1)),
    ).toEqual([
      ['2027', 'there is none at all'],
      ['2028', 'there is none at all'],
      ['2029', 'there is none at all'],
    ]);
  });
});

describe('HOLI004', () => {
  test('one for each expected holiday, with its days and replacement days', () => {
    expect(problems('2027-01-25', '2027-02-20')).toEqual([
      'data/holidays.yaml:22:3 warning HOLI004: chinese-new-year is expected on Sat 6 Feb 2027, Sun 7 Feb 2027 and Mon 8 Feb 2027 (replacement day) and not yet gazetted, so it may move\n' +
        '  confirm the date when the list of 2027 is gazetted, then set its status to gazetted',
    ]);
  });

  test('also where only the replacement day is planned', () => {
    expect(problems('2027-06-08', '2027-06-09')[0]).toContain(
      'awal-muharram is expected on Sun 6 Jun 2027 and Tue 8 Jun 2027 (replacement day)',
    );
    expect(problems('2027-06-07', '2027-06-08')).toEqual([]);
    expect(problems('2027-06-09', '2027-06-10')).toEqual([]);
  });

  test('today counts until its end, the horizon’s day does not', () => {
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
    expect(found.map((text) => text.match(/expected on (.*) and not/)?.[1])).toEqual([
      'Sat 10 Jan 2026 and Wed 30 Dec 2026',
      'Mon 20 Dec 2027',
    ]);
  });
});
