import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedData } from '../../cli/folder';
import { emptyFolder, NEW_ORDER, TestRepository } from '../../cli/repository';
import { DATA, watchbill } from '../../cli/run';

const newOrder = () => changedData('rotations.yaml', (text) => text + NEW_ORDER);

test('for people: the tour of the README, within 80 columns', async () => {
  const folder = newOrder();
  const { code, out, err } = await watchbill(['diff', DATA, folder]);
  expect([code, err]).toEqual([0, '']);
  // The first two lines name the folders of this run.
  expect(out.split('\n').slice(2).join('\n')).toMatchInlineSnapshot(`
    "Compared from Mon 23 Nov 2026 00:00 to Mon 15 Feb 2027 (Asia/Kuala_Lumpur)

    7 shifts change in Investor growth, the first from Mon 7 Dec 2026 09:00 until
      Sat 12 Dec 00:00: Thiru instead of Choo. Nothing else changes. 2 warnings.

    Warnings
      DIFF003: Thiru now has 3 turns in a row in "Investor growth", from Mon 30 Nov
        2026 09:00 until Mon 21 Dec 09:00
      DIFF009: Thiru is now on call in "Investor profit and engagement" and
        "Investor growth" at once, 3 times, first from Mon 14 Dec 2026 09:00 until
        Mon 21 Dec 09:00
      To look a code up: watchbill explain DIFF003

    Investor growth: who is on call
    from                   until                 before  after
    Mon 7 Dec 2026 09:00   Sat 12 Dec 00:00      Choo    Thiru
        covers Spencer: leave
    Mon 14 Dec 2026 09:00  Mon 21 Dec 09:00      Choo    Thiru
    Mon 28 Dec 2026 09:00  Mon 4 Jan 2027 09:00  Thiru   Choo
    Mon 11 Jan 2027 09:00  Mon 18 Jan 09:00      Choo    Thiru
    Mon 25 Jan 2027 09:00  Mon 1 Feb 09:00       Thiru   Choo
    Mon 8 Feb 2027 09:00   Tue 9 Feb 00:00       Aidil   Thiru
    Tue 9 Feb 2027 00:00   Mon 15 Feb 00:00      Choo    Thiru

    Load, before→after
    person  turns  hours     nights  weekend  holidays  owed
    Aidil   8→7    997→982   43→42   12       6         -11→-26
    Thiru   8→10   1043→818  45→36   12→8     3→1       35→146
    Choo    8→6    1104→849  48→36   12→10    2→4       96→0
    Hours, nights and days count once for a person who is on call in two rotations
      at once. Owed: hours covered for others minus hours covered by others.
    "
  `);
  const lines = out.split('\n').filter((line) => !line.includes('/'));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('as a comment on a pull request', async () => {
  const folder = newOrder();
  const { code, out } = await watchbill(['diff', DATA, folder, '--markdown']);
  expect(code).toBe(0);
  expect(out.replace(/<sub>.*<\/sub>/, '')).toMatchInlineSnapshot(`
    "<!-- watchbill diff -->

    ### Who is on call after this change

    **7 shifts change in Investor growth, the first from Mon 7 Dec 2026 09:00 until Sat 12 Dec 00:00: Thiru instead of Choo. Nothing else changes. 2 warnings.**

    #### Warnings

    - **DIFF003** Thiru now has 3 turns in a row in "Investor growth", from Mon 30 Nov 2026 09:00 until Mon 21 Dec 09:00
    - **DIFF009** Thiru is now on call in "Investor profit and engagement" and "Investor growth" at once, 3 times, first from Mon 14 Dec 2026 09:00 until Mon 21 Dec 09:00

    To look a code up: \`npx watchbill explain DIFF003\`

    #### Investor growth: 7 shifts

    | from | until | before | after |  |
    | --- | --- | --- | --- | --- |
    | Mon 7 Dec 2026 09:00 | Sat 12 Dec 00:00 | Choo | Thiru | covers Spencer: leave |
    | Mon 14 Dec 2026 09:00 | Mon 21 Dec 09:00 | Choo | Thiru |  |
    | Mon 28 Dec 2026 09:00 | Mon 4 Jan 2027 09:00 | Thiru | Choo |  |
    | Mon 11 Jan 2027 09:00 | Mon 18 Jan 09:00 | Choo | Thiru |  |
    | Mon 25 Jan 2027 09:00 | Mon 1 Feb 09:00 | Thiru | Choo |  |
    | Mon 8 Feb 2027 09:00 | Tue 9 Feb 00:00 | Aidil | Thiru |  |
    | Tue 9 Feb 2027 00:00 | Mon 15 Feb 00:00 | Choo | Thiru |  |

    #### Load

    Before → after, up to the horizon. Weekend: days outside the working week. Hours, nights and days count once for a person who is on call in two rotations at once. Owed: hours covered for others minus hours covered by others.

    | person | turns | hours | nights | weekend | holidays | owed |
    | --- | --- | --- | --- | --- | --- | --- |
    | Aidil | 8 → 7 | 997 → 982 | 43 → 42 | 12 | 6 | -11 → -26 |
    | Thiru | 8 → 10 | 1043 → 818 | 45 → 36 | 12 → 8 | 3 → 1 | 35 → 146 |
    | Choo | 8 → 6 | 1104 → 849 | 48 → 36 | 12 → 10 | 2 → 4 | 96 → 0 |


    "
  `);
  expect(out).toContain(
    'from Mon 23 Nov 2026 00:00 to Mon 15 Feb 2027; times are in Asia/Kuala_Lumpur.</sub>',
  );
});

test('for programs: spans with person ids, in the shape that the design promises', async () => {
  const { out } = await watchbill(['diff', DATA, newOrder(), '--json']);
  const json = JSON.parse(out) as {
    shifts: unknown[];
    warnings: { code: string }[];
  };
  expect(json).toMatchObject({
    base: DATA,
    uncommitted: false,
    newTeam: false,
    asOf: '2026-11-23T00:00:00+08:00',
    until: '2027-02-15T00:00:00+08:00',
    rules: [],
    problems: [],
  });
  expect(json.shifts).toHaveLength(7);
  expect(json.shifts[0]).toEqual({
    rotation: 'growth',
    duty: 'on-duty',
    from: '2026-12-07T09:00:00+08:00',
    until: '2026-12-12T00:00:00+08:00',
    before: 'choo',
    after: 'thiru',
    reason: 'cover',
  });
  expect(json.warnings.map(({ code }) => code)).toEqual(['DIFF003', 'DIFF009']);
});

test('by default: from where the branch left main to the data as it is, what is not committed included', async () => {
  const repository = TestRepository.withData();
  const base = repository.git('rev-parse', 'HEAD');
  expect((await repository.diff()).out).toContain('No shift changes. Nothing else changes.');

  repository.git('switch', '--quiet', '--create', 'order');
  repository.append('rotations.yaml', NEW_ORDER);
  const early = await repository.diff();
  expect(early.out).toContain(`merge base with main (${base.slice(0, 7)})`);
  expect(early.out).toContain('with uncommitted changes');
  expect(early.out).toContain('7 shifts change in Investor growth');

  // What main does meanwhile is none of this branch's business.
  repository.commit('order');
  repository.git('switch', '--quiet', 'main');
  repository.append('leave.yaml', '- { person: choo, from: 2026-11-25, until: 2026-11-25 }\n');
  const main = repository.commit('leave');
  repository.git('switch', '--quiet', 'order');
  const { out } = await repository.diff(['--json']);
  const json = JSON.parse(out) as { shifts: unknown[] };
  expect(json).toMatchObject({
    base,
    head: repository.data,
    uncommitted: false,
  });
  expect(json.shifts).toHaveLength(7);

  const named = await repository.diff(['main', 'order', '--json']);
  const both = JSON.parse(named.out) as { shifts: unknown[] };
  expect(both).toMatchObject({
    base: main,
    head: repository.git('rev-parse', 'order'),
  });
  // The seven, and the day that Choo is back on watch.
  expect(both.shifts).toHaveLength(8);
});

test("a clone compares with origin's main branch", async () => {
  const clone = TestRepository.withData().clone();
  clone.append('rotations.yaml', NEW_ORDER);
  clone.commit('order');
  expect((await clone.diff()).out).toMatch(
    /Before: merge base with origin\/HEAD \([0-9a-f]{7}\)\nAfter: {2}/,
  );
});

test('data at the root of a repository, and in a hook of another one', async () => {
  const repository = TestRepository.withData();
  const other = TestRepository.withData();
  const { code, out } = await repository.diff(['HEAD'], {
    GIT_DIR: join(other.folder, 'nowhere'),
  });
  expect([code, out.includes('No shift changes.')]).toEqual([0, true]);

  const files = TestRepository.withData();
  files.git('mv', 'data/organization.yaml', 'organization.yaml');
  for (const name of ['pipelines.yaml', 'rotations.yaml', 'leave.yaml', 'holidays', 'runbooks'])
    files.git('mv', `data/${name}`, name);
  rmSync(files.data, { recursive: true, force: true });
  files.commit('moved');
  const moved = await files.diff(['HEAD', '--data', files.folder]);
  expect([moved.code, moved.err]).toEqual([0, '']);
  expect(moved.out).toContain('No shift changes. Nothing else changes.');
});

test('a new team: no data at BASE, everything is added', async () => {
  const repository = TestRepository.empty();
  repository.commit('nothing');
  const full = TestRepository.withData();
  const { code, out } = await repository.diff(['HEAD', full.data]);
  expect(code).toBe(0);
  expect(out).toContain('which has no data: everything is new');
  expect(out).toContain('Investor growth is added (aggregate-growth)');
});

test('a shallow clone says how to get the rest', async () => {
  const origin = TestRepository.withData();
  origin.git('switch', '--quiet', '--create', 'order');
  origin.append('rotations.yaml', NEW_ORDER);
  origin.commit('order');
  origin.git('switch', '--quiet', 'main');
  origin.commit('meanwhile');
  const clone = origin.clone('--depth', '1', '--no-single-branch', '--branch', 'order');
  const { code, out, err } = await clone.diff();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('this clone is shallow and does not reach back to where HEAD left origin/HEAD');
  expect(err).toContain('git fetch --unshallow');
  expect(err).toContain('fetch-depth: 0');
  expect((await clone.diff(['HEAD~1'])).err).toContain('this clone is shallow: git fetch --unshallow');
});

test.each([
  [['mian'], 'BASE is neither a git ref nor a folder with organization.yaml: "mian"'],
  [[''], 'BASE is neither a git ref nor a folder with organization.yaml: ""'],
  [['main', 'x..y'], 'HEAD is neither a git ref nor a folder with organization.yaml: "x..y"'],
  [['--', '--upload-pack=touch x'], 'BASE is neither a git ref'],
  [['main', '--json', '--markdown'], '--json and --markdown cannot be combined'],
  [['main', '--as-of', 'soon'], 'ASOF001'],
])('wrong usage %j', async (args, message) => {
  const { code, out, err } = await TestRepository.withData().diff(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('no repository, no git, no main branch, nothing in common', async () => {
  const folder = changedData('leave.yaml', (text) => text);
  const none = await watchbill(['diff'], {
    WATCHBILL_DATA: folder,
    PATH: process.env['PATH'] ?? '',
  });
  expect([none.code, none.out]).toEqual([2, '']);
  expect(none.err).toContain('is not in a git repository\n  without git, name two data folders');

  const repository = TestRepository.withData();
  const missing = await repository.diff([], { PATH: emptyFolder() });
  expect([missing.code, missing.out]).toEqual([2, '']);
  expect(missing.err).toContain('git is not installed, or not on the PATH');

  repository.git('branch', '--move', 'main', 'trunk');
  expect((await repository.diff()).err).toContain('there is no main branch to compare with');
  repository.git('switch', '--quiet', '--orphan', 'main');
  repository.commit('other');
  repository.git('switch', '--quiet', 'trunk');
  expect((await repository.diff()).err).toContain('HEAD and main have no commit in common');
});

test('errors on one side: they are told, and what the other side says by itself', async () => {
  const repository = TestRepository.withData();
  repository.append('leave.yaml', '- { person: aidl, from: 2026-11-25, until: 2026-11-25 }\n');
  const { code, out, err } = await repository.diff();
  expect(code).toBe(1);
  expect(err).toContain('HEAD, ');
  expect(err).toContain('LEAV001');
  expect(out).toMatch(/^BASE, merge base with main \([0-9a-f]{7}\) alone:\n\nInvestor profit/);

  repository.commit('broken');
  const broken = repository.git('rev-parse', '--short=7', 'HEAD');
  const base = await repository.diff(['main', DATA]);
  expect(base.code).toBe(1);
  expect(base.err).toContain(
    `BASE, main (${broken}) cannot be read:\n${broken}:data/leave.yaml:9:13 error LEAV001`,
  );
  expect(base.err).toContain('its data may be in an older format');

  const json = JSON.parse((await repository.diff(['main', DATA, '--json'])).out);
  expect(json).toMatchObject({
    broken: [{ side: 'base', problems: [{ code: 'LEAV001', line: 9 }] }],
  });
  expect(json.roster.rotations).toHaveLength(2);

  const comment = (await repository.diff(['main', DATA, '--markdown'])).out;
  expect(comment).toContain('**No comparison is possible: the data has errors.**');
  expect(comment).toContain('**LEAV001**');
  const both = await repository.diff(['main', 'main', '--json']);
  expect([both.code, JSON.parse(both.out)]).toMatchObject([1, { roster: null, asOf: null }]);
});

test('a roster with errors is compared, told, and exits 1', async () => {
  const folder = changedData('rotations.yaml', (text) =>
    text.replace('2026-01-05\n      order: [spencer', '2026-12-07\n      order: [spencer'),
  );
  const { code, out, err } = await watchbill(['diff', DATA, folder]);
  expect(code).toBe(1);
  expect(err).toContain('ROTA008');
  expect(out).toContain('before the first version');
});

test('pictures of runbooks are known in a commit as in a folder', async () => {
  const repository = TestRepository.withData();
  mkdirSync(join(repository.data, 'runbooks/images'));
  writeFileSync(join(repository.data, 'runbooks/images/flow.png'), 'x');
  writeFileSync(join(repository.data, 'runbooks/README.md'), '![flow](images/flow.png)\n');
  repository.commit('a picture');
  const { code, err } = await repository.diff(['HEAD', DATA]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('what is no file in a commit is reported as in a folder, and hidden files are not read', async () => {
  const repository = TestRepository.withData();
  rmSync(join(repository.data, 'leave.yaml'));
  symlinkSync('elsewhere.yaml', join(repository.data, 'leave.yaml'));
  writeFileSync(join(repository.data, '.hidden'), 'x');
  repository.git('rm', '--quiet', '-r', '--cached', 'data');
  repository.commit('link');
  const { code, err } = await repository.diff(['HEAD', DATA]);
  expect(code).toBe(1);
  expect(err).toContain('FILE004: the file cannot be read: it is a link, which a commit does not follow');
  expect(err).not.toContain('hidden');
});

describe('data of a commit that is not in this clone is never taken for none', () => {
  /** A repository whose data has changed since its first commit, of which an object is gone. */
  function lacking(object: string): TestRepository {
    const repository = TestRepository.withData();
    repository.append('leave.yaml', '- { person: thiru, from: 2026-12-01, until: 2026-12-02 }\n');
    repository.append('holidays/2026.yaml', '# looked at\n');
    repository.commit('leave');
    const hash = repository.git('rev-parse', object);
    rmSync(join(repository.folder, '.git/objects', hash.slice(0, 2), hash.slice(2)));
    return repository;
  }

  test.each([
    ["the commit's own folder", 'HEAD~1^{tree}'],
    ['the data folder', 'HEAD~1:data'],
    ['a folder in it', 'HEAD~1:data/holidays'],
    ['a file', 'HEAD~1:data/leave.yaml'],
  ])('%s', async (_, object) => {
    const { code, out, err } = await lacking(object).diff(['HEAD~1']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^the data of "HEAD~1" cannot be read: .+\n {2}git fsck checks the repository/);
  });

  test('as in a clone that was asked for without folders', async () => {
    const repository = TestRepository.withData();
    repository.append('leave.yaml', '- { person: thiru, from: 2026-12-01, until: 2026-12-02 }\n');
    repository.commit('leave');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const { code, out, err } = await repository.clone('--filter=tree:0').diff(['HEAD~1']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('in a partial clone, check the commit out once');
  });
});
