import { Names } from '../../../src/verbs/diff/names';
import { shiftCells, summaryOf } from '../../../src/verbs/diff/sentences';
import type { DiffView } from '../../../src/verbs/diff/view';
import { changedData, REAL_DATA } from '../../catalog/changedData';
import { diffBetween, QUIET, sideOf, TURNS_OF_CHOO2 } from './changes/changes';

const source = { id: 'x', name: 'x', label: 'x', files: REAL_DATA, uncommitted: false };

function viewOf(before: typeof REAL_DATA, after: typeof REAL_DATA): DiffView {
  return {
    ...{ base: source, head: source, problems: [] },
    diff: diffBetween(before, after),
    before: sideOf(before).catalog,
    after: sideOf(after).catalog,
  };
}

test('that a pipeline no longer pages anybody, or now pages, is in the first sentences', () => {
  expect(summaryOf(viewOf(REAL_DATA, QUIET))).toMatch(
    /^No shift changes, but who is paged does\. "Aggregate engagement for investors" no longer pages anybody\. Also changed: 1 pipeline owner/,
  );
  expect(summaryOf(viewOf(QUIET, REAL_DATA))).toContain(
    '"Aggregate engagement for investors" now pages people.',
  );
});

test('another primary owner, other minutes or another log-in: somebody else is paged, or at another time', () => {
  const after = (path: string, replace: string, text: string) =>
    summaryOf(viewOf(REAL_DATA, changedData({ path, replace, with: text })));
  const paged = 'No shift changes, but who is paged does.';
  expect(after('pipelines.yaml', 'primary: accounts', 'primary: ba')).toContain(paged);
  expect(after('organization.yaml', 'for: 30m', 'for: 20m')).toContain(paged);
  expect(after('organization.yaml', 'ba-desk@xyz', 'desk@xyz')).toContain(paged);
  // The second owner of a pipeline is not paged, nor are those of office hours.
  expect(after('pipelines.yaml', 'secondary: spencer', 'secondary: choo')).toContain('No shift changes.');
});

test('a shift that goes from one Choo to another tells them apart', () => {
  const other = changedData(
    { path: 'organization.yaml', replace: '  choo: { name: Choo,', with: '  choo2: { name: Ch00,' },
    { path: 'leave.yaml', replace: 'person: choo', with: 'person: choo2' },
    { path: 'pipelines.yaml', replace: 'secondary: choo', with: 'secondary: choo2' },
    ...TURNS_OF_CHOO2,
  );
  const view = viewOf(REAL_DATA, other);
  const names = new Names(view.after, view.before);
  const [first] = view.diff.shifts;
  expect(
    first && shiftCells({ first, last: first, count: 1 }, 'Asia/Kuala_Lumpur', names).slice(2, 4),
  ).toEqual(['Choo (choo)', 'Ch00 (choo2)']);
  expect(summaryOf(view)).toContain('Ch00 (choo2) instead of Choo (choo)');
});
