import { type Diagnostic, formatDiagnostic } from '../../src/catalog';
import { rosterProblems } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant } from './fixture';

const TEAM = {
  people: { aidil: [], thiru: [] },
  rotations: [{ id: 'growth', versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] }],
};

function told(asOf: string, spec: Partial<FixtureSpec>): readonly Diagnostic[] {
  const problems = rosterProblems(catalogOf({ ...TEAM, ...spec }), instant(asOf));
  return problems.filter(({ code }) => code === 'HOLI007');
}

test('a planned year whose file lists no day is a warning at that file', () => {
  expect(told('2026-03-02', { holidays: [] }).map(formatDiagnostic)).toEqual([
    'data/holidays/2026.yaml:1:1 warning HOLI007: no holiday of 2026 is listed: nobody is off, and each day of the working week is a working day\n' +
      '  list the public holidays of 2026',
  ]);
});

test.each([
  // Twelve weeks ahead of 9 October end with the year; a day later they reach the next one.
  ['2026-10-09', [2026]],
  ['2026-10-10', [2026, 2027]],
  ['2027-01-01', [2027]],
])('as of %s the years %p are planned', (asOf, years) => {
  const files = told(asOf, { holidays: [], holidayYears: [2025, 2026, 2027, 2028] }).map(
    ({ location }) => location.file,
  );
  expect(files).toEqual(years.map((year) => `data/holidays/${year}.yaml`));
});

test('one day is enough, and counts for its own year alone', () => {
  expect(told('2026-03-02', { holidays: [['labour-day', '2026-05-01']] })).toEqual([]);
  expect(told('2026-12-01', { holidays: [['labour-day', '2026-05-01']] })).toHaveLength(1);
});
