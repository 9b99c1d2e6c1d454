import { changedData, REAL_DATA } from '../../../catalog/changedData';
import { diffAfter, diffBetween, TURNS_OF_CHOO2 } from './changes';

const told = ({ warnings }: ReturnType<typeof diffBetween>) =>
  warnings.map(({ code, message }) => `${code} ${message}`);

/** Choo leaves the data, and somebody of the same name takes each of Choo's turns. */
const OTHER_CHOO = changedData(
  { path: 'organization.yaml', replace: '  choo: { name: Choo,', with: '  choo2: { name: Choo,' },
  { path: 'organization.yaml', replace: 'email: choo@', with: 'email: choo2@' },
  { path: 'leave.yaml', replace: 'person: choo', with: 'person: choo2' },
  { path: 'pipelines.yaml', replace: 'secondary: choo', with: 'secondary: choo2' },
  ...TURNS_OF_CHOO2,
);

test('DIFF013: somebody new, by the log-in that will be paged', () => {
  expect(
    told(
      diffAfter({
        path: 'organization.yaml',
        replace: 'people:\n',
        with: 'people:\n  bo: { name: Bo, team: de, email: Bo@xyz-tech.example }\n',
      }),
    ),
  ).toEqual(['DIFF013 Bo (bo) is new in the data: PagerDuty pages the log-in Bo@xyz-tech.example']);
});

test("DIFF013: a desk that is new, and a new id for a log-in that was somebody else's", () => {
  const diff = diffAfter(
    {
      path: 'organization.yaml',
      replace: 'de: { name: Data Engineering }',
      with: 'de: { name: Data Engineering, desk: { name: DE desk, email: thiru@xyz-tech.example } }',
    },
    { path: 'organization.yaml', replace: 'team: de, email: thiru@', with: 'team: de, email: thiru.a@' },
  );
  expect(told(diff).filter((text) => text.startsWith('DIFF013'))).toEqual([
    'DIFF013 DE desk (de) is new in the data: PagerDuty pages the log-in thiru@xyz-tech.example, which belonged to Thiru (thiru)',
  ]);
});

test('two people of one name, one before and one after, are told apart by their ids', () => {
  const diff = diffBetween(REAL_DATA, OTHER_CHOO);
  const all = told(diff).join('\n');
  expect(all).toContain('Choo (choo2) instead of Choo (choo)');
  expect(all).not.toMatch(/Choo(?! \(choo2?\))/);
  expect(told(diff)).toContain(
    'DIFF013 Choo (choo2) is new in the data: PagerDuty pages the log-in choo2@xyz-tech.example',
  );
});

test('new display names, of pipelines, rotations, teams, desks and people; ids stay', () => {
  const diff = diffAfter(
    { path: 'pipelines.yaml', replace: 'name: Aggregate growth for investors', with: 'name: Growth' },
    {
      path: 'pipelines.yaml',
      replace: 'name: Daily growth for experiments',
      with: 'name: Daily experiments',
    },
    { path: 'rotations.yaml', replace: 'name: Investor growth', with: 'name: Growth watch' },
    { path: 'organization.yaml', replace: 'name: Data Engineering }', with: 'name: Data Platform }' },
    { path: 'organization.yaml', replace: 'name: Accounts desk', with: 'name: Ledger desk' },
    { path: 'organization.yaml', replace: 'name: Thiru,', with: 'name: Thiru K,' },
  );
  expect(diff.names).toEqual([
    {
      what: 'pipeline',
      id: 'daily-growth-experiments',
      before: 'Daily growth for experiments',
      after: 'Daily experiments',
    },
    { what: 'pipeline', id: 'aggregate-growth', before: 'Aggregate growth for investors', after: 'Growth' },
    { what: 'rotation', id: 'growth', before: 'Investor growth', after: 'Growth watch' },
    { what: 'team', id: 'de', before: 'Data Engineering', after: 'Data Platform' },
    { what: 'desk', id: 'accounts', before: 'Accounts desk', after: 'Ledger desk' },
    { what: 'person', id: 'thiru', before: 'Thiru', after: 'Thiru K' },
  ]);
  expect([diff.shifts, diff.owners]).toEqual([[], []]);
});
