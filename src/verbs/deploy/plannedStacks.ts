import type { StackIo } from '../../cli/io';
import type { Session } from '../../cli/session';
import { stackName } from '../../deployment';
import { horizonOf } from '../../roster';
import { People } from '../drift/differences';
import { OUTDIR } from '../synth/writeStacks';
import type { StackPlan } from './plan/stackPlan';
import { type SummarizedStack, summarized } from './plan/summary';
import { planProgress } from './progress';
import type { Runner } from './terraform/run';
import { type PlanOptions, StackRun } from './terraform/stackRun';

/** One stack, and the Terraform that plans it. */
export interface RunnableStack {
  readonly run: StackRun;
  /** What was synthesized, parsed. */
  readonly json: unknown;
}

/** One stack's plan, and the Terraform that may apply it. */
export interface PlannedStack extends RunnableStack {
  readonly plan: StackPlan;
  readonly summary: SummarizedStack;
}

/**
 * The runs of all stacks, in the order in which they are deployed, or removed.
 * @param stacks what was synthesized, parsed, in the order of deployment
 */
export function stackRuns(stacks: readonly unknown[], runner: Runner, destroy: boolean): RunnableStack[] {
  const runs = stacks.map((json) => ({ run: new StackRun(stackName(json), runner, OUTDIR), json }));
  return destroy ? runs.reverse() : runs;
}

/**
 * Plans every stack before any is applied, so that people see the whole plan and are asked once. No
 * stack reads what another makes.
 * @throws TerraformFailure
 */
export async function plannedStacks(
  stacks: readonly RunnableStack[],
  { catalog, asOf }: Pick<Session, 'catalog' | 'asOf'>,
  options: PlanOptions,
  io: Pick<StackIo, 'progress'>,
): Promise<PlannedStack[]> {
  const { timeZone } = catalog.organization;
  const view = {
    people: new People(catalog),
    timeZone,
    now: asOf,
    horizon: horizonOf(asOf, catalog.organization),
  };
  const planned: PlannedStack[] = [];
  for (const { run, json } of stacks) {
    const progress = planProgress(run.stack, io);
    try {
      await run.init();
      const plan = await run.plan(options, progress.onEvent);
      planned.push({ run, json, plan, summary: summarized(plan, json, view) });
    } finally {
      progress.end();
    }
  }
  return planned;
}
