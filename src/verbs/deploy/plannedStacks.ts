import { STACKS } from '../../../stacks/stackNames';
import type { StackIo } from '../../cli/io';
import type { Session } from '../../cli/session';
import { horizonOf } from '../../roster';
import { People } from '../drift/differences';
import { OUTDIR } from '../synth/writeStacks';
import type { StackPlan } from './plan/stackPlan';
import { type SummarizedStack, summarized } from './plan/summary';
import { planProgress } from './progress';
import type { Runner } from './terraform/run';
import { type PlanOptions, StackRun } from './terraform/stackRun';

/** One stack's plan, and the Terraform that may apply it. */
export interface PlannedStack {
  readonly run: StackRun;
  readonly plan: StackPlan;
  readonly summary: SummarizedStack;
}

/** The runs of both stacks: the order in which they are deployed, or removed. */
export function stackRuns(runner: Runner, destroy: boolean): StackRun[] {
  const runs = STACKS.map((stack) => new StackRun(stack, runner, OUTDIR));
  return destroy ? runs.reverse() : runs;
}

/**
 * Plans both stacks before either is applied, so that somebody sees all of it and is asked
 * once: neither reads what the other makes.
 * @param stacks what was synthesized, parsed, in the order of deployment
 * @throws TerraformFailure
 */
export async function plannedStacks(
  runs: readonly StackRun[],
  stacks: readonly unknown[],
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
  for (const run of runs) {
    const progress = planProgress(run.stack, io);
    try {
      await run.init();
      const plan = await run.plan(options, progress.onEvent);
      const json = stacks[STACKS.indexOf(run.stack)];
      planned.push({ run, plan, summary: summarized(plan, json, view) });
    } finally {
      progress.end();
    }
  }
  return planned;
}
