import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../src/cli/exitCode';
import { deploy as deployment, type Ended, type Run, run, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { fenced } from './markdown';
import { APPROVED_PLAN, FOLDER, publish, published, runLink } from './output';
import { script } from './script';
import { refuseLostState } from './state';

/** What to do after a deploy that did not finish. */
export function failed(env: Environment): string {
  return `The deploy did not finish: ${runLink(env)} says at which address, and what to do. Usually: run \`npx watchbill adopt\` with the deploy's keys and state, commit what it writes, and deploy again (docs/deploy.md says why).`;
}

/** What to do where the plan is no longer the one that was approved. */
function unapproved(env: Environment): string {
  return `Nothing was deployed, because the plan is no longer the one that the reviewers approved. ${runLink(env)} says what differs. Run the workflow again: it makes a new plan and asks for a new approval.`;
}

/**
 * Deploys all stacks in order, then asks who is on call and what differs.
 * @param args further options of `watchbill deploy`
 * @returns the exit code, and a report in Markdown
 */
export async function deployed(
  args: readonly string[],
  env: Environment,
  runs: Run,
): Promise<{ readonly code: number; readonly report: string }> {
  const { code } = await runs(deployment(...args), env);
  if (code !== EXIT.clean) {
    const why = code === EXIT.unapproved ? unapproved(env) : failed(env);
    return { code, report: `### The deploy\n\n${why}\n` };
  }
  const now = await runs(watchbill('who'), env);
  const after = await runs(watchbill('drift'), env);
  return {
    code: after.code === EXIT.clean ? now.code : after.code,
    report: [
      '### The deploy\n\nAll stacks are deployed.',
      `### Who is on call\n\n${fenced(now.out)}`,
      `### What differs after the deploy\n\n${driftMarkdown(after, env)}\n`,
    ].join('\n\n'),
  };
}

/** What `watchbill drift` found; if it reached no verdict, where the reason is. */
export function driftMarkdown({ code, out }: Ended, env: Environment): string {
  if (code === EXIT.clean || code === EXIT.drift) return fenced(out);
  return `Unknown: a vendor did not answer, or the data has errors. ${runLink(env)} says which.`;
}

/**
 * `npm run ci:deploy -- [options of watchbill deploy]`: without a question, and with a report on
 * the page of the run. If a job before this one has left the plan that was approved, nothing else
 * is done; a plan that is another one sets the step's output `refused`.
 */
async function main(): Promise<number> {
  const env = withoutEmpty(process.env);
  refuseLostState(env);
  const expected = published(APPROVED_PLAN) === undefined ? [] : ['--expect', join(FOLDER, APPROVED_PLAN)];
  const { code, report } = await deployed([...expected, ...process.argv.slice(2)], env, run);
  const output = env['GITHUB_OUTPUT'];
  if (output !== undefined && code === EXIT.unapproved) appendFileSync(output, 'refused=true\n');
  publish('deploy.md', report, process.env);
  return code;
}

export const start = (): Promise<void> => script(main);
