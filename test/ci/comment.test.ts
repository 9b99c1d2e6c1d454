import { commentBody, pullRequestOf, upsertComment } from '../../scripts/ci/comment';
import { GitHub } from '../../scripts/ci/gitHub';
import { MARK } from '../../src/verbs/diff/markdown';
import { GitHubServer, TOKEN } from './gitHubServer';

let server: GitHubServer;
beforeEach(async () => {
  server = await GitHubServer.start();
});
afterEach(() => server.stop());

const upsert = (body: string) => upsertComment(api(server.env), 7, body);

function api(env: Record<string, string>): GitHub {
  const gitHub = GitHub.from(env);
  if (gitHub === undefined) throw new Error('no token');
  return gitHub;
}

test('written once, updated the second time, left alone where it says the same', async () => {
  expect(await upsert(`${MARK}\none`)).toBe('the comment was written');
  expect(await upsert(`${MARK}\ntwo`)).toBe('the comment was updated');
  expect(await upsert(`${MARK}\ntwo`)).toBe('the comment is up to date');
  expect(server.comments.map(({ body }) => body)).toEqual([`${MARK}\ntwo`]);
  expect(server.writes).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/1']);
});

test('found behind many comments of others; theirs are not touched, even with the mark', async () => {
  for (let count = 0; count < 199; count += 1) server.comments.push(server.entry('hello', 'aidil'));
  server.comments.push(server.entry(`${MARK}\nmine, says choo`, 'choo'));
  server.comments.push(server.entry(`quoted: ${MARK}`));
  server.comments.push(server.entry(`${MARK}\nold`));
  expect(await upsert(`${MARK}\nnew`)).toBe('the comment was updated');
  expect(server.comments).toHaveLength(202);
  expect(server.comments.slice(199).map(({ body }) => body)).toEqual([
    `${MARK}\nmine, says choo`,
    `quoted: ${MARK}`,
    `${MARK}\nnew`,
  ]);
  expect(server.reads).toHaveLength(3);
});

test('exactly one page of comments is one page, and an empty one', async () => {
  for (let count = 0; count < 100; count += 1) server.comments.push(server.entry('hello', 'aidil'));
  expect(await upsert(`${MARK}\none`)).toBe('the comment was written');
  expect(server.reads).toHaveLength(2);
});

test('what GitHub takes at most is not exceeded; what is open is closed, and the plan is there', async () => {
  const long = `${MARK}\n<details><summary>x</summary>\n\n\`\`\`text\n${'line of the diff\n'.repeat(6000)}\`\`\`\n\n</details>\n`;
  const body = commentBody(long, '### What a deploy would change\n\nNothing\n', {});
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body.length).toBeGreaterThan(65_000);
  expect(body).toMatch(
    /line of the diff\n```\n\n<\/details>\n\n_The rest does not fit into a comment: see the run's log\._\n\n### What a deploy would change\n\nNothing$/,
  );
  expect(await upsert(body)).toBe('the comment was written');
});

test('a part that was not made is told, with the run', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '5' };
  const log = "[the run's log](https://github.com/a/b/actions/runs/5)";
  expect(commentBody(undefined, undefined, env)).toBe(
    `${MARK}\nThe change could not be compared: see ${log}.\n\nThe plan could not be made: see ${log}.`,
  );
});

const event = (head: string, number: unknown = 7) => ({
  pull_request: { number, head: { repo: { full_name: head } }, base: { repo: { full_name: 'a/b' } } },
});

test('the number comes from what has happened; none for a fork', () => {
  expect(pullRequestOf(event('a/b'))).toBe(7);
  expect(pullRequestOf(event('fork/b'))).toBeUndefined();
  // The fork was deleted.
  expect(pullRequestOf({ pull_request: { number: 7, head: { repo: null }, base: {} } })).toBeUndefined();
  for (const bad of [{}, null, event('a/b', '7'), event('a/b', -1), event('a/b', '7/../8')]) {
    expect(() => pullRequestOf(bad)).toThrow('not a pull request');
  }
});

test('a refusal says what was asked, and never the token', async () => {
  const wrong = api({ ...server.env, GITHUB_TOKEN: 'ghs_other' });
  const error = await upsertComment(wrong, 7, MARK).catch((reason: unknown) => reason);
  expect(String(error)).toBe(
    'GitHubError: GitHub: GET /issues/7/comments?per_page=100&page=1: 401: {"message":"Bad credentials: Bearer ***"}',
  );
  const nobody = api({ ...server.env, GITHUB_API_URL: 'http://127.0.0.1:9' });
  const silence = await upsertComment(nobody, 7, MARK).catch((reason: unknown) => reason);
  expect(String(silence)).toContain('GitHub: GET /issues/7/comments');
  expect(String(silence)).not.toContain(TOKEN);
});

test.each(['ghs_canary\n', 'ghs_can\u200bary', ' ghs_canary'])(
  'a token that cannot stand in a header is refused by its name: %j',
  (token) => {
    const from = () => GitHub.from({ ...server.env, GITHUB_TOKEN: token });
    expect(from).toThrow(/^not a key: GITHUB_TOKEN contains/);
    expect(from).not.toThrow('ghs_');
  },
);

test.each([
  [{ GITHUB_API_URL: 'http://example.test' }, 'GITHUB_API_URL is "http://example.test"'],
  [{ GITHUB_API_URL: 'https://a@b.test' }, 'GITHUB_API_URL is "https://a@b.test"'],
  [{ GITHUB_REPOSITORY: '../x' }, 'GITHUB_REPOSITORY is "../x"'],
  [{ GITHUB_REPOSITORY: 'a/b/c' }, 'GITHUB_REPOSITORY is "a/b/c"'],
])('%j is refused', (env, message) => {
  expect(() => GitHub.from({ ...server.env, ...env })).toThrow(message);
});

test('an address of GitHub Enterprise is taken; without a token there is nobody to talk to', () => {
  expect(GitHub.from({ ...server.env, GITHUB_API_URL: 'https://github.xyz.example/api/v3' })).toBeDefined();
  expect(GitHub.from({ ...server.env, GITHUB_TOKEN: ' ' })).toBeUndefined();
});
