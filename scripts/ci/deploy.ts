import { EXIT } from '../../src/cli/exitCode';
import { deploy as deployment, type Ended, type Run, run, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { fenced } from './markdown';
import { publish, runLink } from './output';
import { script } from './script';
import { refuseLostState } from './state';

/** What to do after a deploy that did not finish. */
export function failed(env: Environment): string {
  return `The deploy did not finish. ${runLink(env)} says at which address. Run \`npx watchbill adopt\` with the deploy's keys and state, commit what it writes, and deploy again; docs/deploy.md says why.`;
}

/**
 * Deploys both stacks in order, then asks who is on duty and what differs.
 * @param args further options of `cdktf deploy`
 * @returns the exit code, and a report of it in Markdown
 */
export async function deployed(
  args: readonly string[],
  env: Environment,
  runs: Run,
): Promise<{ readonly code: number; readonly report: string }> {
  const { code } = await runs(deployment(...args), env);
  if (code !== EXIT.clean) return { code, report: `### The deploy\n\n${failed(env)}\n` };
  const now = await runs(watchbill('who'), env);
  const after = await runs(watchbill('drift'), env);
  return {
    code: after.code === EXIT.clean ? now.code : after.code,
    report: [
      '### The deploy\n\nBoth stacks are deployed.',
      `### Who is on duty\n\n${fenced(now.out)}`,
      `### What differs after the deploy\n\n${driftMarkdown(after, env)}\n`,
    ].join('\n\n'),
  };
}

/** What `watchbill drift` said; without a verdict, where the reason is. */
export function driftMarkdown({ code, out }: Ended, env: Environment): string {
  if (code === EXIT.clean || code === EXIT.drift) return fenced(out);
  return `There is no verdict: a vendor did not answer, or the data has errors. ${runLink(env)} says which.`;
}

/** `npm run ci:deploy -- [options of cdktf deploy]`: not asked, and told on the page of the run. */
async function main(): Promise<number> {
  const env = withoutEmpty(process.env);
  refuseLostState(env);
  const { code, report } = await deployed(process.argv.slice(2), env, run);
  publish('deploy.md', report, process.env);
  return code;
}

export const start = (): Promise<void> => script(main);
