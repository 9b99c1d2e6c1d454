import { approvedCommit } from '../../scripts/ci/approved';
import { GitHub } from '../../scripts/ci/gitHub';
import { GitHubServer } from './gitHubServer';

let server: GitHubServer;
beforeEach(async () => {
  server = await GitHubServer.start();
});
afterEach(() => server.stop());

const sha = (digit: string) => digit.repeat(40);

/** Deployments, the newest first, each with the first digit of its commit. */
async function approved(
  list: readonly (readonly [digit: string, states: readonly string[], environment?: string])[],
  now?: string,
): Promise<string | undefined> {
  server.deployments.push(
    ...list.map(([digit, states, environment = 'production'], index) => ({
      id: 1000 - index,
      sha: digit.length === 1 ? sha(digit) : digit,
      environment,
      states,
    })),
  );
  const gitHub = GitHub.from(server.env);
  return gitHub === undefined ? undefined : approvedCommit(gitHub, now);
}

test('none where none was approved', async () => {
  expect(
    await approved([
      ['a', ['waiting']],
      ['b', ['failure', 'waiting']],
    ]),
  ).toBeUndefined();
});

test('not the one that waits or was refused; of a success that is inactive now, still that one', async () => {
  const list = [
    ['a', ['waiting']],
    ['b', ['failure', 'waiting']],
    ['c', ['inactive', 'success', 'in_progress', 'waiting']],
    ['d', ['success']],
  ] as const;
  expect(await approved(list)).toBe(sha('c'));
});

test('the one that has just been approved, unless a newer one was before', async () => {
  const list = [
    ['a', ['waiting']],
    ['b', ['in_progress', 'waiting']],
    ['c', ['success']],
  ] as const;
  expect(await approved(list, sha('b'))).toBe(sha('b'));
  server.deployments.length = 0;
  expect(
    await approved(
      [
        ['a', ['success']],
        ['b', ['in_progress']],
      ],
      sha('b'),
    ),
  ).toBe(sha('a'));
});

test('only deployments to production, only whole commits, over all pages', async () => {
  const refused = Array.from({ length: 150 }, () => ['e', ['failure']] as const);
  const list = [
    ['f', ['success'], 'deploy'],
    ['--upload-pack=x', ['success']],
    ...refused,
    ['b', ['success']],
  ] as const;
  expect(await approved(list)).toBe(sha('b'));
});
