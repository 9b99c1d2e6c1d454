import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { writeApprovedPlan } from '../../../../src/verbs/deploy/expected/approvedPlan';
import { expectationOf } from '../../../../src/verbs/deploy/expected/expectation';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-expect-'));
  file = join(folder, 'plan.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const asOf = Temporal.Instant.from('2026-11-26T05:00:00Z');

/** What is expected of a plan of this commit, in a folder with its own history or none. */
function expected(commit: string | undefined, gitDir: string) {
  writeApprovedPlan(file, { asOf, ...(commit === undefined ? {} : { commit }) });
  const notes: string[] = [];
  const env = { ...process.env, GIT_DIR: gitDir };
  const expectation = expectationOf(file, env, { err: (text) => notes.push(text) });
  return { expectation, notes };
}

/** A repository with one commit, and that commit. */
function repository(): { readonly gitDir: string; readonly commit: string } {
  const { GIT_DIR: _, ...env } = process.env;
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false', ...args],
      { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  git('init', '--quiet');
  writeFileSync(join(folder, 'data'), '');
  git('add', 'data');
  git('commit', '--quiet', '--message=data');
  return { gitDir: join(folder, '.git'), commit: git('rev-parse', 'HEAD').trim() };
}

test('a plan of this commit is expected; one of another is refused with both', () => {
  const { gitDir, commit } = repository();
  expect(expected(commit, gitDir)).toEqual({ expectation: { asOf, commit }, notes: [] });
  const other = 'f'.repeat(40);
  expect(() => expected(other, gitDir)).toThrow(
    `DEPL005: the plan was approved for commit ${other}, and this is ${commit}\n  check out the commit that was approved`,
  );
});

test('where a commit cannot be compared, that is said', () => {
  const none = join(folder, 'nothing');
  expect(expected('f'.repeat(40), none).notes).toEqual([
    'note: the commit is not compared, because this folder is at none that git knows; the plans are\n',
  ]);
  const { gitDir } = repository();
  expect(expected(undefined, gitDir).notes).toEqual([
    'note: the commit is not compared, because the plan names none; the plans are\n',
  ]);
  expect(expected(undefined, none).notes).toEqual([]);
});
