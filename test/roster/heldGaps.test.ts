import { loadCatalogOrThrow } from '../../src/catalog';
import { rosterProblems } from '../../src/roster';
import { changedData } from '../catalog/changedData';
import { instant } from './fixture';

/** Growth's rotation stands in office hours alone; as of Monday 23 November 2026. */
function gaps(keys: string, from = '09:00', until = '18:00'): string[] {
  const files = changedData(
    {
      path: 'rotations.yaml',
      replace: 'name: Investor growth\n',
      with: `name: Investor growth\n  hours: { days: [monday, tuesday, wednesday, thursday, friday], from: "${from}", until: "${until}" }\n`,
    },
    { path: 'pipelines.yaml', replace: 'primary: accounts\n', with: `primary: accounts\n${keys}` },
  );
  return rosterProblems(loadCatalogOrThrow(files, 'data'), instant('2026-11-23'))
    .filter(({ code }) => code === 'ROTA008')
    .map(({ message, wayOut }) => `${message} | ${wayOut}`);
}

test('a pipeline that pages at any hour needs somebody in every hour', () => {
  expect(gaps('')).toEqual([
    expect.stringMatching(/from Mon 23 Nov 2026 00:00 until Mon 23 Nov 09:00 .* in every hour$/),
  ]);
  // Low urgency still notifies at night.
  expect(gaps('  urgency: low\n')).toHaveLength(1);
});

test('one all of whose rules are held needs somebody in office hours alone', () => {
  expect(gaps('  hold: office-hours\n')).toEqual([]);
  // The first office hour of Monday, and every one after it: 12 weeks of five days, less five holidays.
  expect(gaps('  hold: office-hours\n', '10:00')).toEqual([
    expect.stringMatching(
      /^nobody is on call as on-duty for "Aggregate growth for investors" from Mon 23 Nov 2026 09:00 until Mon 23 Nov 10:00 \(Asia\/Kuala_Lumpur\), the first of 55 gaps .* in every office hour, when alerts that were held page$/,
    ),
  ]);
});
