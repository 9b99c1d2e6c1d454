import { diffOf } from '../../../../src/verbs/diff/changes';
import { REAL_DATA } from '../../../catalog/changedData';
import { AS_OF, diffBetween, QUIET, realText, sideOf } from './changes';

const told = ({ warnings }: ReturnType<typeof diffBetween>) =>
  warnings.map(({ code, message }) => `${code} ${message}`).filter((text) => /^DIFF01[12]/.test(text));

test('DIFF011: a pipeline that no longer pages anybody', () => {
  const diff = diffBetween(REAL_DATA, QUIET);
  expect(diff.shifts).toEqual([]);
  expect(told(diff)).toEqual([
    'DIFF011 "Aggregate engagement for investors" no longer pages anybody: its coverage is office-hours, so its alerts are mailed to Choo and Thiru in office hours',
  ]);
});

test('DIFF012: the reverse, at any hour from the next deploy on', () => {
  expect(told(diffBetween(QUIET, REAL_DATA))).toEqual([
    'DIFF012 "Aggregate engagement for investors" now pages at any hour: its coverage is on-call instead of office-hours',
  ]);
});

test('a pipeline that is removed or new', () => {
  const without = new Map(QUIET);
  without.set(
    'pipelines.yaml',
    Buffer.from(realText('pipelines.yaml').replace(/^aggregate-engagement:\n(?: .*\n)+/m, '')),
  );
  without.delete('runbooks/aggregate-engagement.md');
  const linked = /\[([^\]]+)\]\(aggregate-engagement\.md[^)]*\)/g;
  for (const [path, bytes] of without) {
    without.set(path, Buffer.from(Buffer.from(bytes).toString().replace(linked, '$1')));
  }
  expect(told(diffBetween(REAL_DATA, without))).toEqual([
    'DIFF011 "Aggregate engagement for investors" no longer pages anybody: it is removed',
  ]);
  expect(told(diffBetween(without, REAL_DATA))).toEqual([
    'DIFF012 "Aggregate engagement for investors" now pages at any hour: it is new',
  ]);
  // One in office hours pages nobody, whether it comes or goes.
  expect(told(diffBetween(QUIET, without))).toEqual([]);
});

test('a new team is not told that all of it is new', () => {
  const { warnings } = diffOf({ after: sideOf(REAL_DATA), asOf: AS_OF });
  expect(warnings.filter(({ code }) => /^DIFF01[1-3]/.test(code))).toEqual([]);
});
