import { EXIT } from '../../src/cli/exitCode';
import { UsageError } from '../../src/text/usageError';
import { type Environment, GitHub, isOurs, objectOf } from './gitHub';
import { cut, MAX_BODY } from './markdown';
import { published, runLink } from './output';
import { script } from './script';

/** The label by which the issue is found again. */
export const LABEL = 'watchbill-nightly';
/** The first line of the issue, which distinguishes it from others with the same label. */
export const MARK = '<!-- watchbill nightly -->';
export const TITLE = 'The nightly deploy needs somebody';

/** The results that a job can have. */
const RESULTS = ['success', 'failure', 'cancelled', 'skipped'];

/** The issue's text. */
export function issueBody(result: string, report: string | undefined, env: Environment): string {
  const told = report ?? `The nightly run ended (${result}) before there was a report: see ${runLink(env)}.`;
  const note = `_The rest does not fit into an issue: see ${runLink(env)}._`;
  const closing = `\n\n<sub>From ${runLink(env)}. This text is updated every night, and the issue is closed after a night without problems.</sub>`;
  return `${MARK}\n${cut(told, MAX_BODY - MARK.length - closing.length - 1, note).trimEnd()}${closing}`;
}

/**
 * Opens the issue, or brings the open one up to date; closes it where the night was fine.
 * @param body undefined where all is fine
 * @returns what was done
 */
export async function upsertIssue(gitHub: GitHub, body: string | undefined): Promise<string> {
  const open: number[] = [];
  for await (const issue of gitHub.list(`/issues?state=open&labels=${LABEL}&direction=asc`)) {
    // GitHub lists pull requests as issues, too.
    if (isOurs(issue, MARK) && !('pull_request' in issue)) open.push(Number(issue['number']));
  }
  if (body === undefined) {
    for (const number of open) {
      await gitHub.patch(`/issues/${number}`, { state: 'closed', state_reason: 'completed' });
    }
    return open.length === 0 ? 'all is fine, and no issue is open' : `closed: #${open.join(', #')}`;
  }
  const [oldest] = open;
  if (oldest !== undefined) {
    await gitHub.patch(`/issues/${oldest}`, { body });
    return `updated: #${oldest}`;
  }
  const made = await gitHub.post('/issues', { title: TITLE, body, labels: [LABEL] });
  const labels = Array.isArray(made['labels']) ? made['labels'].map((label) => objectOf(label)['name']) : [];
  if (!labels.includes(LABEL)) {
    throw new UsageError(
      `issue #${Number(made['number'])} was opened without its label, and would not be found again\n  create the label ${LABEL} and give it to the issue`,
    );
  }
  return `opened: #${Number(made['number'])}`;
}

/**
 * `npm run ci:issue`: what `NIGHTLY_RESULT` (the result of the nightly job) and
 * `ci.out/nightly.md` say, as one issue.
 * @returns the exit code
 * @throws UsageError where the result is none
 */
export async function issue(env: Environment, say: (line: string) => void): Promise<number> {
  const result = env['NIGHTLY_RESULT'] ?? '';
  if (!RESULTS.includes(result)) {
    throw new UsageError(`NIGHTLY_RESULT is ${JSON.stringify(result)}\n  write one of ${RESULTS.join(', ')}`);
  }
  const gitHub = GitHub.from(env);
  if (gitHub === undefined) {
    say('no GITHUB_TOKEN: no issue was touched');
    return EXIT.clean;
  }
  const body = result === 'success' ? undefined : issueBody(result, published('nightly.md'), env);
  say(await upsertIssue(gitHub, body));
  return EXIT.clean;
}

export const start = (): Promise<void> =>
  script(() => issue(process.env, (line) => process.stdout.write(`${line}\n`)));
