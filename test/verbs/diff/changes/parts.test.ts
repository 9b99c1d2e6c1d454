import { Temporal } from 'temporal-polyfill';
import { diffOf } from '../../../../src/verbs/diff/changes';
import { REAL_DATA } from '../../../catalog/changedData';
import { AS_OF, diffAfter, NEW_ORDER, realText, sideOf } from './changes';

test('owners: another primary, another coverage', () => {
  const { owners, shifts } = diffAfter({
    path: 'pipelines.yaml',
    replace: 'primary: accounts',
    with: 'primary: ba',
  });
  const common = { secondary: 'de', coverage: 'on-call', rotation: 'growth' };
  expect(owners).toEqual([
    {
      pipeline: 'aggregate-growth',
      change: 'changed',
      before: { primary: 'accounts', ...common },
      after: { primary: 'ba', ...common },
    },
  ]);
  expect(shifts).toEqual([]);
});

test('escalation: minutes and rounds, for every pipeline that inherits them', () => {
  const { escalations } = diffAfter(
    { path: 'organization.yaml', replace: 'for: 30m', with: 'for: 20m' },
    {
      path: 'pipelines.yaml',
      replace: 'primary: accounts',
      with: 'primary: accounts\n  escalation: { repeat: 0 }',
    },
  );
  const before = 'primary for 15 minutes, on-duty for 30 minutes, 2 more rounds';
  const after = 'primary for 15 minutes, on-duty for 20 minutes, 2 more rounds';
  expect(escalations).toEqual([
    { pipeline: 'aggregate-profit', before, after },
    { pipeline: 'aggregate-engagement', before, after },
    {
      pipeline: 'aggregate-growth',
      before,
      after: 'primary for 15 minutes, on-duty for 20 minutes, no more rounds',
    },
  ]);
});

test('runbooks: the section itself, not the one that it is in', () => {
  const { runbooks, rules } = diffAfter({
    path: 'runbooks/aggregate-growth.md',
    replace: 'and when did it last write a line?',
    with: 'and what did it write last?',
  });
  const place = { file: 'aggregate-growth.md', pipeline: 'aggregate-growth' };
  expect(runbooks).toEqual([
    { ...place, section: 'Runs too long', alert: 'runs-too-long', change: 'changed' },
  ]);
  expect(rules).toEqual([]);
});

test("runbooks: a heading that reads otherwise, and a page that is no pipeline's", () => {
  const path = 'runbooks/failure-classes.md';
  const { runbooks } = diffAfter({ path, with: `${realText(path)}\nAsk whoever knows.\n` });
  expect(runbooks).toEqual([{ file: 'failure-classes.md', section: 'External', change: 'changed' }]);
  const blank = diffAfter({ path, with: realText(path).replaceAll('\n\n', ' \r\n\r\n') });
  expect(blank.runbooks).toEqual([]);
});

test('settings of the organization', () => {
  const { settings } = diffAfter({
    path: 'organization.yaml',
    replace: 'officeHours: { from: "09:00", until: "18:00" }',
    with: 'officeHours: { from: "08:30", until: "18:00" }',
  });
  expect(settings).toEqual([{ key: 'officeHours', before: '09:00 until 18:00', after: '08:30 until 18:00' }]);
});

test('load: where it moves', () => {
  const { load } = diffAfter(NEW_ORDER);
  // The covers given: Choo's 111 hours for Spencer become Thiru's; Aidil's 15 for Choo are not needed.
  expect(
    load.map(({ person, before, after }) => [
      person.id,
      before?.given.time.total('hours'),
      after?.given.time.total('hours'),
    ]),
  ).toEqual([
    ['aidil', 24, 9],
    ['thiru', 35, 146],
    ['choo', 111, 0],
  ]);
});

test('a new team: everything is added', () => {
  const diff = diffOf({ after: sideOf(REAL_DATA), asOf: AS_OF });
  expect(diff.rotations.map(({ rotation, change }) => `${rotation.id} ${change}`)).toEqual([
    'profit-and-engagement added',
    'growth added',
  ]);
  expect(diff.owners.map(({ change }) => change)).toEqual(Array(5).fill('added'));
  expect(new Set(diff.rules.map(({ what, change }) => `${what} ${change}`))).toEqual(new Set(['rule added']));
  expect(diff.shifts.every(({ before }) => before === undefined)).toBe(true);
  expect(diff.horizon).toEqual(Temporal.Instant.from('2027-02-14T16:00:00Z'));
});

test('the channels that a pipeline is told in, wherever they are written', () => {
  const { settings } = diffAfter({
    path: 'pipelines.yaml',
    replace: 'primary: accounts\n',
    with: 'primary: accounts\n  channels: [slack-growth]\n',
  });
  expect(settings).toEqual([{ key: 'channels of aggregate-growth', before: 'none', after: 'slack-growth' }]);
  const all = diffAfter({
    path: 'organization.yaml',
    replace: 'runbooksUrl:',
    with: 'channels: [slack-all]\nrunbooksUrl:',
  });
  expect(all.settings).toHaveLength(5);
});

test('when a pipeline is muted, as far as it is not over', () => {
  const { settings } = diffAfter({
    path: 'maintenance.yaml',
    with: `- { pipelines: [aggregate-growth], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }
- { pipelines: [aggregate-growth], from: 2026-11-20, until: 2026-11-22 }
`,
  });
  expect(settings).toEqual([
    {
      key: 'maintenance of aggregate-growth',
      before: 'none',
      after: 'Sat 5 Dec 2026 22:00 to Sun 6 Dec 04:00',
    },
  ]);
});
