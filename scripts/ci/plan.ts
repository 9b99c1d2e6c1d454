import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../../src/cli/exitCode';
import { processIo } from '../../src/cli/io';
import { UsageError } from '../../src/text/usageError';
import { checkLogIns } from '../../src/verbs/deploy/checkLogIns';
import { deployEnvironment } from '../../src/verbs/deploy/deploy';
import { STACKS } from '../../stacks/stackNames';
import { type Run, run, runUnseen, watchbill, withoutEmpty } from './command';
import type { Environment } from './gitHub';
import { publish } from './output';
import { planMarkdown, type StackPlan, stackPlan } from './planSummary';
import { script } from './script';
import { refuseLostState } from './state';

/** Without any of them nobody meant to plan. */
const KEYS = ['PAGERDUTY_TOKEN', 'DD_API_KEY', 'DD_APP_KEY', 'DATADOG_API_KEY', 'DATADOG_APP_KEY'];

const NO_KEYS = `### What a deploy would change

No plan: this run has no keys of PagerDuty and Datadog (docs/ci.md says how to give it reading ones).
`;

/**
 * `npm run ci:plan`: what a deploy of both stacks would change, in `ci.out/plan.md`. It
 * locks no state and writes none.
 * @returns the exit code: 0 also where there are no keys, which the file says
 * @throws UsageError where a key is missing while others are there
 */
async function plan(given: Environment): Promise<number> {
  const set = withoutEmpty(given);
  if (KEYS.every((key) => set[key] === undefined)) {
    publish('plan.md', NO_KEYS, given);
    process.stdout.write('no keys: ci.out/plan.md says so\n');
    return EXIT.clean;
  }
  try {
    const env = { ...deployEnvironment(set), TF_IN_AUTOMATION: '1' };
    refuseLostState(env);
    await checkLogIns({ ...processIo, env });
    if ((await run(watchbill('synth'), env)).code !== 0)
      throw new UsageError('nothing was synthesized\n  see above');
    const plans: StackPlan[] = [];
    for (const stack of STACKS) plans.push(await planned(stack, env));
    const markdown = planMarkdown(plans);
    publish('plan.md', markdown, given);
    process.stdout.write(`${markdown}written: ci.out/plan.md\n`);
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

/** Plans one stack; the saved plan, which has secrets in it, is not left behind. */
async function planned(stack: string, env: Environment): Promise<StackPlan> {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-plan-'));
  const terraform = async (runs: Run, ...args: string[]) => {
    const { code, out } = await runs(['terraform', `-chdir=cdktf.out/stacks/${stack}`, ...args], env);
    if (code === 0) return out;
    throw new UsageError(`${stack}: terraform ${args[0]} ended with ${code}\n  see above`);
  };
  try {
    const file = join(folder, 'plan');
    await terraform(run, 'init', '-input=false', '-no-color');
    await terraform(runUnseen, 'plan', '-input=false', '-no-color', '-lock=false', `-out=${file}`);
    const json: unknown = JSON.parse(await terraform(runUnseen, 'show', '-json', '-no-color', file));
    return stackPlan(stack, json);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const start = (): Promise<void> => script(() => plan(process.env));
