import { existsSync, readFileSync } from 'node:fs';
import { EXIT } from '../../src/cli/exitCode';
import { UsageError } from '../../src/text/usageError';
import { MARK } from '../../src/verbs/diff/markdown';
import { type Environment, GitHub, isOurs, objectOf } from './gitHub';
import { cut, MAX_BODY } from './markdown';
import { published, runLink } from './output';
import { script } from './script';

/** Most of the comment that the plan may take, in characters. */
const MAX_PLAN = 20_000;

/** The one comment of a pull request, from what the jobs before left. */
export function commentBody(diff: string | undefined, plan: string | undefined, env: Environment): string {
  const note = `_The rest does not fit into a comment: see ${runLink(env)}._`;
  const planned = cut(plan ?? `The plan could not be made: see ${runLink(env)}.`, MAX_PLAN, note).trim();
  const changed = diff ?? `${MARK}\nThe change could not be compared: see ${runLink(env)}.\n`;
  const marked = changed.startsWith(MARK) ? changed : `${MARK}\n${changed}`;
  const room = MAX_BODY - planned.length - 2;
  return `${cut(marked, room, note).trimEnd()}\n\n${planned}`;
}

/**
 * The number of the pull request that the workflow runs for.
 * @param event what GitHub says has happened
 * @returns undefined where it comes from a fork, whose runs may write nothing
 * @throws UsageError where it is no pull request
 */
export function pullRequestOf(event: unknown): number | undefined {
  const { number, head, base } = objectOf(objectOf(event)['pull_request']);
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
    throw new UsageError('this event is not a pull request\n  run this in a workflow with on: pull_request');
  }
  const [from, to] = [head, base].map((side) => objectOf(objectOf(side)['repo'])['full_name']);
  return from !== undefined && from === to ? number : undefined;
}

/**
 * Writes the comment, or brings it up to date; where there are several of ours (two runs
 * at the same time), the oldest one.
 */
export async function upsertComment(gitHub: GitHub, number: number, body: string): Promise<string> {
  for await (const comment of gitHub.list(`/issues/${number}/comments`)) {
    if (!isOurs(comment, MARK)) continue;
    if (comment['body'] === body) return 'the comment is up to date';
    await gitHub.patch(`/issues/comments/${Number(comment['id'])}`, { body });
    return 'the comment was updated';
  }
  await gitHub.post(`/issues/${number}/comments`, { body });
  return 'the comment was written';
}

/**
 * `npm run ci:comment`: `ci.out/diff.md` and `ci.out/plan.md` as one comment on the pull
 * request. Without a token it shows where they are, and does nothing.
 * @returns the exit code
 */
export async function comment(env: Environment, say: (line: string) => void): Promise<number> {
  const gitHub = GitHub.from(env);
  if (gitHub === undefined) {
    say('no GITHUB_TOKEN (a fork, or a laptop): nothing was sent; the comment would be made of ci.out/*.md');
    return EXIT.clean;
  }
  const number = pullRequestOf(eventOf(env));
  if (number === undefined) {
    say('the pull request is from a fork: nothing was sent');
    return EXIT.clean;
  }
  say(await upsertComment(gitHub, number, commentBody(published('diff.md'), published('plan.md'), env)));
  return EXIT.clean;
}

function eventOf(env: Environment): unknown {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  if (path === '' || !existsSync(path)) {
    throw new UsageError(
      'GITHUB_EVENT_PATH does not name a file\n  run this in a workflow with on: pull_request',
    );
  }
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}

export const start = (): Promise<void> =>
  script(() => comment(process.env, (line) => process.stdout.write(`${line}\n`)));
