import { GitHub } from '../../scripts/ci/gitHub';
import { issueBody, LABEL, MARK, TITLE, upsertIssue } from '../../scripts/ci/issue';
import { GitHubServer } from './gitHubServer';

let server: GitHubServer;
beforeEach(async () => {
  server = await GitHubServer.start();
});
afterEach(() => server.stop());

function upsert(body: string | undefined): Promise<string> {
  const gitHub = GitHub.from(server.env);
  if (gitHub === undefined) throw new Error('no token');
  return upsertIssue(gitHub, body);
}

test('opened once, updated while it lasts, closed when fine, opened anew the next time', async () => {
  expect(await upsert(undefined)).toBe('all is fine, and no issue is open');
  expect(await upsert(`${MARK}\none`)).toBe('opened: #1');
  expect(await upsert(`${MARK}\ntwo`)).toBe('updated: #1');
  expect(server.issues).toMatchObject([
    { title: TITLE, body: `${MARK}\ntwo`, state: 'open', labels: [{ name: LABEL }] },
  ]);
  expect(await upsert(undefined)).toBe('closed: #1');
  expect(await upsert(undefined)).toBe('all is fine, and no issue is open');
  expect(await upsert(`${MARK}\nthree`)).toBe('opened: #2');
  expect(server.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('issues of others with the label, and pull requests, are left alone; of two of ours all are closed', async () => {
  const labels = [{ name: LABEL }];
  for (let count = 0; count < 120; count += 1) {
    server.issues.push(server.entry('a report', 'aidil', { labels }));
  }
  server.issues.push(server.entry(`${MARK}\ncopied`, 'choo', { labels }));
  server.issues.push(server.entry(MARK, 'github-actions[bot]', { labels, pull_request: {} }));
  server.issues.push(server.entry(MARK, 'github-actions[bot]', { labels }));
  server.issues.push(server.entry(MARK, 'github-actions[bot]', { labels }));
  expect(await upsert(`${MARK}\nnew`)).toBe('updated: #123');
  expect(await upsert(undefined)).toBe('closed: #123, #124');
  expect(server.issues.filter(({ state }) => state === 'open')).toHaveLength(122);
});

test('a label that was not taken is told, or every night would open one more', async () => {
  server.forgetsLabels = true;
  await expect(upsert(MARK)).rejects.toThrow('issue #1 was opened without its label');
});

test('the text is the report; without one the result; never longer than GitHub takes', () => {
  expect(issueBody('failure', '### The data has errors', {})).toMatch(
    /^<!-- watchbill nightly -->\n### The data has errors\n\n<sub>From the run's log\./,
  );
  expect(issueBody('cancelled', undefined, {})).toContain('ended (cancelled) before there was a report');
  const long = issueBody('failure', `\`\`\`\`text\n${'@all <details>\n'.repeat(9000)}\`\`\`\`\n`, {});
  expect(long.length).toBeLessThanOrEqual(65_536);
  expect(long).toMatch(/@all <details>\n````\n\n_The rest does not fit .*\n\n<sub>.*<\/sub>$/);
});
