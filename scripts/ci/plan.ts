import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../src/cli/exitCode';
import { processIo } from '../../src/cli/io';
import { UsageError } from '../../src/text/usageError';
import { writeApprovedPlan } from '../../src/verbs/deploy/expected/approvedPlan';
import { run, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { APPROVED_PLAN, FOLDER, publish } from './output';
import { planMarkdownOf } from './planSummary';
import { script } from './script';
import { refuseLostState } from './state';

/** A run without any of them was not meant to plan. */
const KEYS = ['PAGERDUTY_TOKEN', 'DD_API_KEY', 'DD_APP_KEY', 'DATADOG_API_KEY', 'DATADOG_APP_KEY'];
const SUMMARY = join(FOLDER, APPROVED_PLAN);

const NO_KEYS = `### What a deploy would change

No plan: this run has no keys for PagerDuty and Datadog (docs/ci.md says how to give it read-only ones).
`;

/**
 * `npm run ci:plan -- [options of watchbill deploy]`: what a deploy of all stacks would change,
 * in `ci.out/plan.md`, and for the deploy to compare, in `ci.out/approved-plan.json`. It locks no
 * state and writes none.
 * @returns the exit code; 0 also without keys, which both files say
 * @throws UsageError if a key is missing while others are there
 */
async function plan(args: readonly string[], given: Environment): Promise<number> {
  const env = withoutEmpty(given);
  mkdirSync(FOLDER, { recursive: true });
  if (KEYS.every((key) => env[key] === undefined)) {
    writeApprovedPlan(SUMMARY, { asOf: processIo.now() });
    publish('plan.md', NO_KEYS, given);
    process.stdout.write('no keys: ci.out/plan.md says so\n');
    return EXIT.clean;
  }
  try {
    refuseLostState(env);
    const command = watchbill('deploy', '--plan-only', '--summary', SUMMARY, ...args);
    const { code } = await run(command, env);
    if (code !== EXIT.clean)
      throw new UsageError(`watchbill deploy --plan-only ended with ${code}\n  see above`);
    publish('plan.md', planMarkdownOf(SUMMARY), given);
    process.stdout.write(`written: ci.out/plan.md, ${SUMMARY}\n`);
    return EXIT.clean;
  } catch (error) {
    publish(
      'plan.md',
      "### What a deploy would change\n\nNo plan: it failed; the run's log says why.\n",
      given,
    );
    throw error;
  }
}

export const start = (): Promise<void> => script(() => plan(process.argv.slice(2), process.env));
