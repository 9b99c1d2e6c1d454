import { approved, approvedCommit } from '../../scripts/ci/approved';
import { GitHub } from '../../scripts/ci/gitHub';
import { GitHubServer, type Run } from './gitHubServer';

let server: GitHubServer;
beforeEach(async () => {
  server = await GitHubServer.start();
  server.main.push(...['d', 'c', 'b', 'a'].map(sha));
});
afterEach(() => server.stop());

function sha(digit: string): string {
  return digit.repeat(40);
}

const review = (state: string, name = 'watchbill-approval') => ({ state, environments: [{ name }] });
const YES = [review('approved')];

/** Runs of the deploy workflow, the newest first, each with the first digit of its commit. */
function ran(...list: readonly (readonly [digit: string, run?: Partial<Run>])[]): void {
  server.runs.push(
    ...list.map(([digit, run], index) => ({ id: 1000 - index, head_sha: sha(digit), ...run })),
  );
}

async function found(running?: number): Promise<string | undefined> {
  const gitHub = GitHub.from(server.env);
  return gitHub === undefined ? undefined : (await approvedCommit(gitHub, running)).commit;
}

test('none where none was approved', async () => {
  ran(['d'], ['c', { approvals: [review('rejected')] }]);
  expect(await found()).toBeUndefined();
  await expect(approved(server.env, () => {})).rejects.toThrow('no deploy has been approved yet');
});

test('the newest that a reviewer approved, not the one that waits or was refused', async () => {
  ran(
    ['d'],
    ['c', { approvals: [review('rejected')] }],
    ['b', { approvals: YES }],
    ['a', { approvals: YES }],
  );
  expect(await found()).toBe(sha('b'));
});

test('the one that has just been approved, unless a newer one was before', async () => {
  ran(['d'], ['c', { approvals: YES }], ['b', { approvals: YES }]);
  expect(await found(999)).toBe(sha('c'));
  server.runs.length = 0;
  ran(['d', { approvals: YES }], ['c', { approvals: YES }]);
  expect(await found(999)).toBe(sha('d'));
});

describe('what a deploy refused, because its plan was no longer the approved one', () => {
  const deployed = (run_attempt: number, conclusion: string, refused: string) => ({
    name: 'deploy',
    conclusion,
    run_attempt,
    steps: [
      { name: 'Run npm run ci:deploy', conclusion },
      { name: 'Not the approved plan', conclusion: refused },
    ],
  });
  const refused = deployed(1, 'failure', 'failure');

  test('is approved no more: the one before it is', async () => {
    ran(['d', { approvals: YES, jobs: [refused] }], ['c', { approvals: YES }]);
    const said: string[] = [];
    await approved(server.env, (line) => said.push(line));
    expect(said).toEqual([
      'run 1000 was approved, but its plan was no longer the approved one when it was to be deployed: passed over',
      `approved last: ${sha('c')}`,
    ]);
  });

  test('is approved again where it is run again: while it is asked for, and once it is deployed', async () => {
    ran(['d', { approvals: YES, jobs: [refused] }], ['c', { approvals: YES }]);
    expect(await found(1000)).toBe(sha('d'));
    server.runs.length = 0;
    const again = deployed(2, 'success', 'skipped');
    ran(['d', { approvals: YES, jobs: [again, refused] }], ['c', { approvals: YES }]);
    expect(await found()).toBe(sha('d'));
  });

  test('is still not approved while the next attempt waits', async () => {
    const waiting = { name: 'deploy', conclusion: null, run_attempt: 2 };
    const skipped = { name: 'deploy', conclusion: 'skipped', run_attempt: 2 };
    for (const next of [waiting, skipped]) {
      server.runs.length = 0;
      ran(['d', { approvals: YES, jobs: [next, refused] }], ['c', { approvals: YES }]);
      expect(await found()).toBe(sha('c'));
    }
  });

  test('is another thing than a deploy that did not finish, which the night finishes', async () => {
    ran(['d', { approvals: YES, jobs: [deployed(1, 'failure', 'skipped')] }], ['c', { approvals: YES }]);
    expect(await found()).toBe(sha('d'));
  });
});

test('found behind many that were refused', async () => {
  ran(...Array.from({ length: 150 }, () => ['c', { approvals: [review('rejected')] }] as const), [
    'b',
    { approvals: YES },
  ]);
  expect(await found()).toBe(sha('b'));
});

describe('somebody who may write, and whom nobody reviewed, gets no commit deployed', () => {
  const evil = 'e';

  test.each<[string, Partial<Run>]>([
    ['a tag or branch that bears the name of the default branch', { approvals: YES }],
    ['a run of their own branch', { head_branch: 'evil', approvals: YES }],
    ['a workflow of their own', { path: '.github/workflows/evil.yml', approvals: YES }],
    ['a review of another environment', { approvals: [review('approved', 'production')] }],
    ['a job that bears the name of ours', { jobs: [{ name: 'approve', conclusion: 'success' }] }],
    ['a commit that is no commit', { head_sha: '--upload-pack=x', approvals: YES }],
  ])('by %s', async (_, run) => {
    ran([evil, run], ['b', { approvals: YES }]);
    expect(await found()).toBe(sha('b'));
    server.runs.length = 0;
    ran([evil, run]);
    expect(await found()).toBeUndefined();
  });

  test('by asking as a run that nobody approved', async () => {
    ran([evil], ['b', { approvals: YES }]);
    expect(await found(1000)).toBe(sha('b'));
  });

  test('and what was passed over is told', async () => {
    ran([evil, { approvals: YES }], ['b', { approvals: YES }]);
    const said: string[] = [];
    expect(await approved(server.env, (line) => said.push(line))).toBe(0);
    expect(said).toEqual([
      `run 1000 was approved, but its commit ${sha(evil)} is not in main: passed over`,
      `approved last: ${sha('b')}`,
    ]);
  });
});

describe('where the environment asks for no reviewers', () => {
  const success = [{ name: 'approve', conclusion: 'success' }];
  beforeEach(() => server.environments.set('watchbill-approval', ['branch_policy']));

  test('what is merged counts as approved once its job has run, and that is said', async () => {
    ran(
      ['d', { jobs: [{ name: 'plan', conclusion: 'failure' }] }],
      ['c', { jobs: success }],
      ['b', { jobs: success }],
    );
    const said: string[] = [];
    await approved(server.env, (line) => said.push(line));
    expect(said).toEqual([
      'the environment watchbill-approval has no reviewers: a merge counts as the approval',
      `approved last: ${sha('c')}`,
    ]);
  });

  test('the run that asks has got so far; a commit outside the branch never counts', async () => {
    ran(['d', { jobs: [{ name: 'approve', conclusion: null }] }], ['c', { jobs: success }]);
    expect([await found(1000), await found()]).toEqual([sha('d'), sha('c')]);
    server.runs.length = 0;
    ran(['e', { jobs: success }]);
    expect(await found(1000)).toBeUndefined();
  });
});

test('without the environment nothing is approved, and the way out is told', async () => {
  server.environments.clear();
  ran(['d', { jobs: [{ name: 'approve', conclusion: 'success' }] }]);
  await expect(found()).rejects.toThrow('there is no environment watchbill-approval\n  create it');
});
