import type { Temporal } from 'temporal-polyfill';
import { EXIT } from '../../src/cli/exitCode';
import { processIo } from '../../src/cli/io';
import { type Run, run, watchbill, withoutEmpty } from './command';
import { deployed, driftMarkdown } from './deploy';
import type { Environment } from './gitHub';
import { fenced } from './markdown';
import { publish } from './output';
import { script } from './script';
import { refuseLostState } from './state';

/** How long before it would stop a deploy a coming error is reported, e.g. the end of the last holiday file. */
const AHEAD = { hours: 28 * 24 };
/** What was deployed last night reached to the horizon of that night. */
const SINCE = { hours: 24 };

/**
 * A night: what is wrong with the data now and in four weeks, what was changed by hand,
 * and the deploy, whose `asOf` is now, so that covers come and go.
 * @param args further options of `cdktf deploy`
 * @returns 0 where nobody is needed; and a report in Markdown
 */
export async function night(
  args: readonly string[],
  env: Environment,
  now: Temporal.Instant,
  runs: Run,
): Promise<{ readonly code: number; readonly report: string }> {
  const today = await runs(watchbill('check'), env);
  if (today.code !== EXIT.clean) {
    return {
      code: EXIT.problems,
      report: `### The data has errors, and nothing was deployed\n\n${fenced(today.out)}\n`,
    };
  }
  const ahead = await runs(watchbill('check', '--as-of', instant(now.add(AHEAD))), env);
  const before = await runs(watchbill('drift', '--as-of', instant(now.subtract(SINCE))), env);
  const { code, report } = await deployed(args, env, runs);
  const parts = [
    ahead.code === EXIT.clean
      ? ''
      : `### In four weeks, deploys will stop\n\nThis is what \`watchbill check\` will say then. Fix it now.\n\n${fenced(ahead.out)}`,
    before.code === EXIT.clean
      ? ''
      : `### What was changed by hand before the deploy\n\nIf the deploy finished, it has restored what the data says; lines with a fix of their own (>) need somebody. To keep a manual change, change the data.\n\n${driftMarkdown(before, env)}`,
    report,
  ];
  const isFine = [ahead.code, before.code, code].every((each) => each === EXIT.clean);
  return {
    code: isFine ? EXIT.clean : EXIT.problems,
    report: parts.filter((part) => part !== '').join('\n\n'),
  };
}

function instant(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' });
}

/** `npm run ci:nightly -- [options of cdktf deploy]`: a night, and its report in `ci.out/nightly.md`. */
async function main(): Promise<number> {
  const env = withoutEmpty(process.env);
  refuseLostState(env);
  const { code, report } = await night(process.argv.slice(2), env, processIo.now(), run);
  publish('nightly.md', report, process.env);
  return code;
}

export const start = (): Promise<void> => script(main);
