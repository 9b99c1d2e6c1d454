import { Temporal } from 'temporal-polyfill';
import type { DataFiles } from '../../../../src/catalog';
import { changedData, REAL_DATA } from '../../../catalog/changedData';
import { diffAfter, diffBetween, NEW_ORDER, realText, shiftLines, withoutLinksTo } from './changes';

function told(diff: ReturnType<typeof diffAfter>): string[] {
  return diff.warnings.map(({ code, message }) => `${code} ${message}`);
}

test('the tour of the README: three weeks in a row, and both rotations at once', () => {
  expect(told(diffAfter(NEW_ORDER))).toEqual([
    'DIFF003 Thiru now has 3 turns in a row in "Investor growth", from Mon 30 Nov 2026 09:00 until Mon 21 Dec 09:00',
    // Thiru stands in profit on 14 December, 11 January and 8 February; so does Thiru in growth then.
    'DIFF009 Thiru is now on call in "Investor profit and engagement" and "Investor growth" at once, 3 times, first from Mon 14 Dec 2026 09:00 until Mon 21 Dec 09:00',
  ]);
});

test('DIFF001, DIFF002: running now, and within 72 hours; later ones are not told', () => {
  const leave = (from: string, until: string) =>
    diffAfter({
      path: 'leave.yaml',
      replace: '- { person: spencer,',
      with: `- { person: choo, from: ${from}, until: ${until} }\n- { person: spencer,`,
    });
  // As of Monday 00:00, Thiru stands in profit and Choo in growth until 09:00.
  expect(told(leave('2026-11-22', '2026-11-22T23:59'))).toEqual([]);
  expect(told(leave('2026-11-23', '2026-11-23'))).toEqual([
    'DIFF001 the running shift in "Investor growth" changes: Aidil instead of Choo from Mon 23 Nov 2026 00:00 until Mon 23 Nov 09:00',
    'DIFF002 a shift in "Investor profit and engagement" changes within 72 hours: Spencer instead of Choo from Mon 23 Nov 2026 09:00 until Tue 24 Nov 00:00',
  ]);
  expect(told(leave('2026-11-25T23:59', '2026-11-26'))).toHaveLength(1);
  expect(told(leave('2026-11-26', '2026-11-26'))).toEqual([]);
});

test('DIFF004: everybody is away', () => {
  const everybody = ['aidil', 'thiru', 'choo', 'spencer']
    .map((person) => `- { person: ${person}, from: 2027-01-12, until: 2027-01-12 }\n`)
    .join('');
  const after = changedData({
    path: 'leave.yaml',
    replace: '- { person: spencer,',
    with: `${everybody}- { person: spencer,`,
  });
  expect(told(diffBetween(REAL_DATA, after))).toEqual([
    'DIFF004 everybody in "Investor profit and engagement" is away from Tue 12 Jan 2027 00:00 until Wed 13 Jan 00:00 (Thiru, Choo, Spencer and Aidil); Thiru stays on call while away',
    'DIFF004 everybody in "Investor growth" is away from Tue 12 Jan 2027 00:00 until Wed 13 Jan 00:00 (Choo, Aidil, Thiru and Spencer); Choo stays on call while away',
    'DIFF014 both owners of "Unit-level profit for experiments" (Aidil and Spencer) are away in office hours from Tue 12 Jan 2027 09:00 until Tue 12 Jan 18:00; nobody reads its mail',
    'DIFF014 both owners of "Daily growth for experiments" (Thiru and Choo) are away in office hours from Tue 12 Jan 2027 09:00 until Tue 12 Jan 18:00; nobody reads its mail',
  ]);
  expect(told(diffBetween(after, after))).toEqual([]);
});

test('DIFF005: a pipeline loses its only alert', () => {
  const path = 'runbooks/unit-profit-experiments.md';
  expect(told(diffAfter({ path }, withoutLinksTo('unit-profit-experiments.md')))).toEqual([
    'DIFF005 "Unit-level profit for experiments" loses its only alert (pipeline-failure): nobody will learn of a failure',
  ]);
});

test('DIFF006: an order is edited, a version is added in the past, one is removed, a turn gets longer', () => {
  const history = (replace: string, text: string) => {
    const after = changedData({ path: 'rotations.yaml', replace, with: text });
    return told(diffBetween(REAL_DATA, after)).filter((each) => each.startsWith('DIFF006'));
  };
  const order = '      order: [spencer, choo, aidil, thiru]\n';
  const added = (from: string) => `${order}    - from: ${from}\n      order: [spencer, thiru, choo, aidil]\n`;
  expect(history('[spencer, choo, aidil, thiru]', '[spencer, aidil, choo, thiru]')).toEqual([
    'DIFF006 "Investor growth": the version from Mon 5 Jan 2026 was edited (spencer, choo, aidil, thiru; now spencer, aidil, choo, thiru); add a version at the end instead',
  ]);
  expect(history(order, added('2026-11-16'))).toEqual([
    'DIFF006 "Investor growth": a version was added that began on Mon 16 Nov 2026; add a version at the end instead',
  ]);
  // The hand-off of 23 November is nine hours after as of: not yet history.
  expect(history(order, added('2026-11-23'))).toEqual([]);
  expect(
    history('  pipelines: [aggregate-growth]\n  turn: 7d', '  pipelines: [aggregate-growth]\n  turn: 14d'),
  ).toEqual([
    'DIFF006 "Investor growth": the length of a turn was edited (7 days, now 14 days); add a version at the end instead',
  ]);
  const gone = diffBetween(
    changedData({ path: 'rotations.yaml', replace: order, with: added('2026-11-16') }),
    REAL_DATA,
  );
  expect(told(gone).filter((each) => each.startsWith('DIFF006'))).toEqual([
    'DIFF006 "Investor growth": the version from Mon 16 Nov 2026 was removed; add a version at the end instead',
  ]);
});

test('DIFF006: a version that others follow is history, the last one is not until it begins', () => {
  const before = changedData(NEW_ORDER);
  const edited = changedData({
    ...NEW_ORDER,
    with: (NEW_ORDER.with ?? '').replace('[thiru, aidil', '[aidil, thiru'),
  });
  expect(told(diffBetween(before, edited)).filter((each) => each.startsWith('DIFF006'))).toEqual([]);
  const later = Temporal.Instant.from('2026-12-15T00:00:00Z');
  expect(told(diffBetween(before, edited, later)).filter((each) => each.startsWith('DIFF006'))).toEqual([
    'DIFF006 "Investor growth": the version from Mon 14 Dec 2026 was edited (thiru, aidil, choo, spencer; now aidil, thiru, choo, spencer); add a version at the end instead',
  ]);
});

test('DIFF007: somebody who stands now is removed', () => {
  const without = (text: string) => text.replace(/(, choo|choo, )/, '');
  const lines = (path: string) =>
    realText(path)
      .split('\n')
      .filter((line) => !/^ {2}choo:|person: choo/.test(line))
      .join('\n');
  const after = changedData(
    { path: 'organization.yaml', with: lines('organization.yaml') },
    { path: 'leave.yaml', with: lines('leave.yaml') },
    { path: 'rotations.yaml', with: realText('rotations.yaml').split('\n').map(without).join('\n') },
    {
      path: 'pipelines.yaml',
      with: realText('pipelines.yaml').replace('secondary: choo', 'secondary: aidil'),
    },
  );
  expect(told(diffBetween(REAL_DATA, after)).filter((each) => each.startsWith('DIFF007'))).toEqual([
    'DIFF007 Choo is removed, and is on call now in "Investor growth"',
  ]);
});

test("DIFF008: another telephone rings, although nobody's watch changes", () => {
  const diff = diffAfter(
    { path: 'organization.yaml', replace: 'aidil@xyz-tech', with: 'aidil.b@xyz-tech' },
    { path: 'organization.yaml', replace: 'ba-desk@xyz-tech', with: 'analytics@xyz-tech' },
  );
  expect(diff.shifts).toEqual([]);
  expect(told(diff)).toEqual([
    'DIFF008 Aidil is paged as aidil.b@xyz-tech.example instead of aidil@xyz-tech.example after the next deploy',
    'DIFF008 Business Analytics desk is paged as analytics@xyz-tech.example instead of ba-desk@xyz-tech.example after the next deploy',
  ]);
});

test('DIFF010: whoever was to stand in is on leave, too', () => {
  // Aidil's week in profit is 7 to 14 December; Spencer is on leave from the 7th to the 11th.
  const leave = (...lines: readonly string[]) =>
    changedData({
      path: 'leave.yaml',
      replace: '- { person: spencer,',
      with: `${lines.map((line) => `- { person: ${line} }\n`).join('')}- { person: spencer,`,
    });
  const agreed = leave('aidil, from: 2026-12-08, until: 2026-12-13, cover: spencer');
  const absent =
    'DIFF010 Spencer, who agreed to cover for Aidil in "Investor profit and engagement", is away from Tue 8 Dec 2026 00:00 until Sat 12 Dec 00:00; Thiru covers instead';
  const about = (before: DataFiles, after: DataFiles) =>
    told(diffBetween(before, after)).filter((each) => each.startsWith('DIFF010'));
  expect(about(REAL_DATA, agreed)).toEqual([absent]);
  expect(about(agreed, agreed)).toEqual([]);
  // A day more is told with the whole time; a day less is not.
  const longer = leave(
    'aidil, from: 2026-12-08, until: 2026-12-13, cover: spencer',
    'spencer, from: 2026-12-12, until: 2026-12-12',
  );
  expect(about(agreed, longer)).toEqual([absent.replace('Sat 12', 'Sun 13')]);
  expect(about(longer, agreed)).toEqual([]);
});

describe('a person whom a pipeline pages by name', () => {
  const owners = {
    path: 'pipelines.yaml',
    replace: 'primary: accounts\n  secondary: de',
    with: 'primary: choo\n  secondary: aidil',
  };
  const leave = (...entries: readonly string[]) => ({
    path: 'leave.yaml',
    with: entries.map((entry) => `- { ${entry} }\n`).join('') || '[]\n',
  });
  const choo = 'person: choo, from: 2026-11-24, until: 2026-11-25';

  test('on leave: exactly the time in which somebody else is reached, and a warning that it is soon', () => {
    const diff = diffBetween(changedData(owners, leave()), changedData(owners, leave(choo)));
    const own = diff.shifts.filter(({ rotation }) => rotation.startsWith('aggregate-growth/'));
    expect(shiftLines(own)).toEqual([
      'aggregate-growth/primary 2026-11-24T00:00 2026-11-26T00:00 choo -> aidil (cover)',
    ]);
    expect(told(diff)).toContain(
      'DIFF002 a shift in "Aggregate growth for investors, primary" changes within 72 hours: Aidil instead of Choo from Tue 24 Nov 2026 00:00 until Thu 26 Nov 00:00',
    );
  });

  test('DIFF004 where nobody can stand in', () => {
    const both = leave(choo, 'person: aidil, from: 2026-11-25, until: 2026-11-25');
    const diff = diffBetween(changedData(owners, leave()), changedData(owners, both));
    expect(told(diff)).toContain(
      'DIFF004 everybody whom "Aggregate growth for investors" could page by name (Choo and Aidil) is away from Wed 25 Nov 2026 00:00 until Thu 26 Nov 00:00; Choo is still paged while away',
    );
    expect(told(diffBetween(changedData(owners, both), changedData(owners, both)))).toEqual([]);
  });

  test('another owner is reached from now to the horizon', () => {
    const thiru = { ...owners, with: 'primary: thiru\n  secondary: aidil' };
    const diff = diffBetween(changedData(owners, leave()), changedData(thiru, leave()));
    const [first] = diff.shifts;
    // Choo's Chinese New Year is Aidil's before; Thiru's Thaipusam is Aidil's after.
    expect([first?.rotation, first?.before?.onDuty.id, first?.after?.onDuty.id]).toEqual([
      'aggregate-growth/primary',
      'choo',
      'thiru',
    ]);
  });
});

test('DIFF015, DIFF016: rules that wake nobody at night any more, and the reverse', () => {
  const path = 'runbooks/aggregate-growth.md';
  const both = changedData(
    { path, replace: 'longerThan: 2h,', with: 'longerThan: 2h, hold: office-hours,' },
    { path, replace: '    max: 50 ', with: '    urgency: low\n    max: 50 ' },
  );
  const diff = diffBetween(REAL_DATA, both);
  expect(told(diff)).toEqual([
    'DIFF015 "Runs too long" and "Growth out of range" of "Aggregate growth for investors" wake nobody at night any more: waits for office hours; low urgency',
  ]);
  expect(
    diff.rules.map(({ alert, what, change, before, after }) => [alert, what, change, before, after]),
  ).toEqual([
    ['runs-too-long', 'hold', 'changed', 'pages at once', 'waits for office hours'],
    ['growth-out-of-range', 'urgency', 'changed', 'high urgency', 'low urgency'],
  ]);
  expect(told(diffBetween(both, REAL_DATA))).toEqual([
    'DIFF016 "Runs too long" and "Growth out of range" of "Aggregate growth for investors" now wake people at night',
  ]);
  expect(told(diffBetween(both, both))).toEqual([]);
});

test('DIFF015: by the key of the pipeline, which changes each of its rules', () => {
  const diff = diffAfter({
    path: 'pipelines.yaml',
    replace: 'primary: accounts\n',
    with: 'primary: accounts\n  hold: office-hours\n',
  });
  expect(told(diff)).toEqual([
    'DIFF015 "Runs too long", "Growth out of range" and "Key metric missing" of "Aggregate growth for investors" wake nobody at night any more: waits for office hours',
  ]);
  expect(diff.rules).toHaveLength(3);
});
