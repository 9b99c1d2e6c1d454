import { Temporal } from 'temporal-polyfill';
import { diffOf } from '../../../../src/verbs/diff/changes';
import { changedData, REAL_DATA } from '../../../catalog/changedData';
import { catalogOf, type FixtureSpec } from '../../../roster/fixture';
import { diffAfter, diffBetween, NEW_ORDER, shiftLines } from './changes';

test('the tour of the README: the growth rotation has a new order from 14 December', () => {
  // Before: Spencer 7 December (on leave, Choo covers), Choo 14, Aidil 21, Thiru 28, Spencer 4 January,
  // Choo 11, Aidil 18, Thiru 25, Spencer 1 February, Choo 8 (on the 8th a holiday of Choo's, Aidil covers).
  // After: Thiru 14 December, Aidil 21, Choo 28, Spencer 4 January, Thiru 11, Aidil 18, Choo 25, Spencer 1, Thiru 8.
  expect(shiftLines(diffAfter(NEW_ORDER).shifts)).toEqual([
    'growth 2026-12-07T09:00 2026-12-12T00:00 choo -> thiru (cover)',
    'growth 2026-12-14T09:00 2026-12-21T09:00 choo -> thiru (rotation)',
    'growth 2026-12-28T09:00 2027-01-04T09:00 thiru -> choo (rotation)',
    'growth 2027-01-11T09:00 2027-01-18T09:00 choo -> thiru (rotation)',
    'growth 2027-01-25T09:00 2027-02-01T09:00 thiru -> choo (rotation)',
    'growth 2027-02-08T09:00 2027-02-09T00:00 aidil -> thiru (rotation)',
    'growth 2027-02-09T00:00 2027-02-15T00:00 choo -> thiru (rotation)',
  ]);
});

test('a leave moves the watch for exactly as long as it lasts', () => {
  // Choo stands in profit from 23 November, Thiru is next but one; Spencer is next.
  const { shifts, warnings } = diffAfter({
    path: 'leave.yaml',
    replace: '- { person: spencer,',
    with: '- { person: choo, from: 2026-11-25T14:00, until: 2026-11-26T08:00 }\n- { person: spencer,',
  });
  expect(shiftLines(shifts)).toEqual([
    'profit-and-engagement 2026-11-25T14:00 2026-11-26T08:00 choo -> spencer (cover)',
  ]);
  // 62 hours after as of; one short cover is no second week in a row.
  expect(warnings.map(({ code }) => code)).toEqual(['DIFF002']);
});

test('the same data has no difference at all', () => {
  expect(diffBetween(REAL_DATA, changedData())).toMatchObject({
    rotations: [],
    shifts: [],
    owners: [],
    escalations: [],
    rules: [],
    runbooks: [],
    settings: [],
    load: [],
    warnings: [],
  });
});

const people = { aidil: [], thiru: [] };
const asOf = Temporal.Instant.from('2026-03-02T00:00:00Z');

function linesBetween(before: FixtureSpec, after: FixtureSpec) {
  const side = (spec: FixtureSpec) => ({ catalog: catalogOf(spec), pages: new Map<string, string>() });
  return shiftLines(diffOf({ before: side(before), after: side(after), asOf }).shifts);
}

test('a rotation that appears has nobody before, one that is gone nobody after, until the horizon', () => {
  const rotation = { versions: [{ from: '2026-01-05', order: ['aidil', 'thiru'] }] };
  const [none, one] = [
    { people, horizonDays: 8, rotations: [] },
    { people, horizonDays: 8, rotations: [rotation] },
  ];
  // 2 March is the ninth Monday: Aidil's turn; as of is 08:00 local, still Thiru's.
  expect(linesBetween(none, one)).toEqual([
    'profit 2026-03-02T08:00 2026-03-02T09:00 nobody -> thiru (rotation)',
    'profit 2026-03-02T09:00 2026-03-09T09:00 nobody -> aidil (rotation)',
    'profit 2026-03-09T09:00 2026-03-10T00:00 nobody -> thiru (rotation)',
  ]);
  expect(linesBetween(one, none)).toEqual([
    'profit 2026-03-02T08:00 2026-03-02T09:00 thiru -> nobody (removed)',
    'profit 2026-03-02T09:00 2026-03-09T09:00 aidil -> nobody (removed)',
    'profit 2026-03-09T09:00 2026-03-10T00:00 thiru -> nobody (removed)',
  ]);
});

test('before a first version that begins later nobody stands, and weeks of one person are one', () => {
  const of = (from: string, order: readonly string[]) => ({
    people,
    horizonDays: 21,
    rotations: [{ versions: [{ from, order }] }],
  });
  expect(linesBetween(of('2026-02-23', ['aidil']), of('2026-03-09', ['thiru']))).toEqual([
    'profit 2026-03-02T08:00 2026-03-09T09:00 aidil -> nobody (nobody)',
    'profit 2026-03-09T09:00 2026-03-23T00:00 aidil -> thiru (rotation)',
  ]);
});
