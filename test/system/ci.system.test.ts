import { readFileSync, writeFileSync } from 'node:fs';
import { MARK } from '../../src/verbs/diff/markdown';
import { Folder } from '../ci/folder';
import { GitHubServer, REPOSITORY, TOKEN } from '../ci/gitHubServer';

jest.setTimeout(120_000);

const AS_OF = { WATCHBILL_AS_OF: '2026-11-23' };

let folder: Folder;
let server: GitHubServer;
beforeAll(async () => {
  folder = new Folder();
  server = await GitHubServer.start();
});
afterAll(async () => {
  await server?.stop();
  folder?.remove();
});

async function git(...args: string[]): Promise<void> {
  const named = ['-c', 'user.name=test', '-c', 'user.email=test@xyz.example', '-c', 'commit.gpgsign=false'];
  const { code, out } = await folder.run('git', [...named, ...args], {});
  if (code !== 0) throw new Error(out);
}

function happened(head: string): Record<string, string> {
  const event = folder.at('event.json');
  const side = (full_name: string) => ({ repo: { full_name } });
  writeFileSync(
    event,
    JSON.stringify({ pull_request: { number: 7, head: side(head), base: side(REPOSITORY) } }),
  );
  return { GITHUB_EVENT_PATH: event };
}

test('ci:diff: the change as a file, and on the page of the run', async () => {
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', 'data');
  await git('commit', '--quiet', '--message=data');
  const leave = folder.at('data/leave.yaml');
  const before = readFileSync(leave, 'utf8');
  writeFileSync(leave, `${before.trimEnd()}\n- { person: thiru, from: 2026-12-01, until: 2026-12-02 }\n`);
  const summary = folder.at('summary.md');
  const { code, out } = await folder.npm('ci:diff', { ...AS_OF, GITHUB_STEP_SUMMARY: summary });
  expect([code, out]).toEqual([0, 'written: ci.out/diff.md\n']);
  const diff = folder.read('ci.out/diff.md') ?? '';
  expect(diff.startsWith(`${MARK}\n`)).toBe(true);
  expect(diff).toContain('Thiru');
  expect(folder.read('summary.md')).toBe(`${diff}\n\n`);

  // With errors there is a comment, too; without a base there is none, and it fails.
  writeFileSync(leave, `${before.trimEnd()}\n- { person: nobody, from: 2026-12-01, until: 2026-12-02 }\n`);
  expect((await folder.npm('ci:diff', AS_OF)).code).toBe(0);
  expect(folder.read('ci.out/diff.md')).toContain('nobody');
  writeFileSync(leave, before);
  const { code: none, out: why } = await folder.npm('ci:diff', AS_OF, 'no-such-branch');
  expect([none, why]).toEqual([2, expect.stringContaining('no-such-branch')]);
});

test('ci:plan: without keys it says so; with some of them it says which is missing', async () => {
  folder.fresh();
  expect(await folder.npm('ci:plan', { PAGERDUTY_TOKEN: '' })).toEqual({
    code: 0,
    out: 'no keys: ci.out/plan.md says so\n',
  });
  expect(folder.read('ci.out/plan.md')).toContain('No plan: this run has no keys');
  const { code, out } = await folder.npm('ci:plan', { PAGERDUTY_TOKEN: 'canary', DD_API_KEY: '' });
  expect([code, out]).toEqual([2, expect.stringContaining('not set: DD_API_KEY, DD_APP_KEY\n')]);
  expect(folder.read('ci.out/plan.md')).toContain('No plan: it failed');
});

test('ci:deploy, ci:nightly, ci:plan: nothing starts where the state would be lost', async () => {
  const keys = { PAGERDUTY_TOKEN: 'canary', DD_API_KEY: 'canary', DD_APP_KEY: 'canary', CI: 'true' };
  for (const script of ['ci:deploy', 'ci:nightly', 'ci:plan']) {
    const { code, out } = await folder.npm(script, keys);
    expect([script, code, out]).toEqual([
      script,
      2,
      expect.stringContaining('the state is a file, and would be lost'),
    ]);
    expect(out).not.toContain('canary');
  }
});

test('ci:comment: one comment, however often; none from a fork, or without a token', async () => {
  folder.fresh();
  writeFileSync(folder.at('ci.out/diff.md'), `${MARK}\n$(id) \`id\` \${{ github.token }} @all\n`);
  const { code, out } = await folder.npm('ci:comment', { ...server.env, ...happened(REPOSITORY) });
  expect([code, out]).toEqual([0, 'the comment was written\n']);
  writeFileSync(folder.at('ci.out/plan.md'), '### What a deploy would change\n');
  const again = await folder.npm('ci:comment', { ...server.env, ...happened(REPOSITORY) });
  expect(again).toEqual({ code: 0, out: 'the comment was updated\n' });
  expect(server.comments.map(({ body }) => body)).toEqual([
    `${MARK}\n$(id) \`id\` \${{ github.token }} @all\n\n### What a deploy would change`,
  ]);

  const fork = await folder.npm('ci:comment', { ...server.env, ...happened('fork/watchbill') });
  expect(fork).toEqual({ code: 0, out: 'the pull request is from a fork: nothing was sent\n' });
  const none = await folder.npm('ci:comment', { ...server.env, GITHUB_TOKEN: '' });
  expect(none).toEqual({ code: 0, out: expect.stringMatching(/^no GITHUB_TOKEN .*: nothing was sent/) });
  const refused = await folder.npm('ci:comment', {
    ...server.env,
    ...happened(REPOSITORY),
    GITHUB_REPOSITORY: 'xyz-tech/other',
  });
  expect(refused).toEqual({ code: 1, out: expect.stringContaining('404') });
  expect(refused.out).not.toContain(TOKEN);
  expect(server.writes).toHaveLength(2);
});

test('ci:approved and ci:issue', async () => {
  const commit = 'a'.repeat(40);
  const nothing = await folder.npm('ci:approved', server.env);
  expect(nothing).toEqual({ code: 2, out: expect.stringContaining('no deploy has been approved yet') });
  server.main.push(commit);
  const approvals = [{ state: 'approved', environments: [{ name: 'watchbill-approval' }] }];
  server.runs.push({ id: 1, head_sha: commit, approvals });
  const output = folder.at('output');
  const { out } = await folder.npm('ci:approved', { ...server.env, GITHUB_OUTPUT: output });
  expect([out, folder.read('output')]).toEqual([`approved last: ${commit}\n`, `commit=${commit}\nrun=1\n`]);

  writeFileSync(folder.at('ci.out/nightly.md'), '### The data has errors, and nothing was deployed\n');
  const night = (result: string, token = TOKEN) =>
    folder.npm('ci:issue', { ...server.env, GITHUB_TOKEN: token, NIGHTLY_RESULT: result });
  expect((await night('failure', '')).out).toBe('no GITHUB_TOKEN: no issue was touched\n');
  expect((await night('failure')).out).toMatch(/^opened: #\d+\n$/);
  expect((await night('failure')).out).toMatch(/^updated: #\d+\n$/);
  expect(server.issues.map(({ body }) => body)).toEqual([expect.stringContaining('The data has errors')]);
  expect((await night('success')).out).toMatch(/^closed: #\d+\n$/);
  expect(await night('')).toEqual({ code: 2, out: expect.stringContaining('NIGHTLY_RESULT is ""') });
});
