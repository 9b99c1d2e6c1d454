import { EXIT } from '../../cli/exitCode';
import { withExplainHint } from '../../cli/explainHint';
import type { StackIo } from '../../cli/io';
import { type Meant, meantText } from '../../cli/meant';
import { safeText } from '../../cli/outputFilter';
import { chosenBackend } from '../../state/backend';
import { cdktfContext } from '../../state/cdktfContext';
import { isUsageError, UsageError } from '../../text/usageError';
import { OUTDIR, readStacks, writeStacks } from '../synth/writeStacks';
import { isApproved } from './approval';
import { checkLogIns } from './checkLogIns';
import { deployEnvironment, type Environment, terraformEnvironment } from './deployEnvironment';
import { type Expectation, expectationOf, isAsApproved, writeSummary } from './expected/expectation';
import { interruptedText } from './failure/advice';
import { failureText } from './failure/failureText';
import { formerRuns } from './moves/formerRuns';
import { movesOf } from './moves/moves';
import { tellMoves } from './moves/refusedMoves';
import { checkOptions, type DeployOptions } from './options';
import { planText } from './plan/planText';
import { type PlannedStack, plannedStacks, stackRuns } from './plannedStacks';
import { DeployRefused, type PreparedDeploy, preparedDeploy } from './preparedDeploy';
import { keepPrivate } from './privateFiles';
import { applyProgress } from './progress';
import { Interrupted, Interrupts } from './terraform/interrupts';
import { TerraformFailure } from './terraform/stackRun';
import { foundTool, type Tool } from './terraform/tool';

/**
 * `watchbill deploy`: plans all stacks, shows the plan, asks, and applies exactly that plan.
 * The first and the last line say which accounts, data and instant are meant.
 * @returns the exit code
 */
export async function deploy(options: DeployOptions, io: StackIo): Promise<number> {
  try {
    checkOptions(options, io);
    const { env, notes } = terraformEnvironment(deployEnvironment(io.env));
    // Before anything is asked: with a program that is missing or too old there is nothing to ask.
    const tool = foundTool(options.terraform, env, usesLockFile(io.env));
    for (const note of notes) io.err(`note: ${note}\n`);
    const expectation = expectationOf(options.expect, env, io);
    return await deployWith(tool, expectation, options, io);
  } catch (error) {
    if (isUsageError(error)) throw new UsageError(`${error.message}\nnothing was deployed`);
    if (!(error instanceof DeployRefused)) throw error;
    io.err(withExplainHint(`${error.message}\nnothing was deployed\n`));
    return EXIT.problems;
  }
}

function usesLockFile(env: Environment): boolean {
  const backend = chosenBackend({ env, context: cdktfContext(env) });
  return backend.type === 's3' && backend.use_lockfile;
}

async function deployWith(
  tool: Tool,
  expectation: Expectation | undefined,
  options: DeployOptions,
  io: StackIo,
): Promise<number> {
  const { destroy = false, planOnly = false } = options;
  const prepared = await preparedDeploy(options, io);
  const { session, meant } = prepared;
  io.out(meantText(meant, planOnly ? 'Planning for' : destroy ? 'Removing from' : 'Deploying to'));
  for (const problem of keepPrivate('.')) io.err(`warning: ${problem}\n`);
  const own = { ...io, env: prepared.env };
  if (!destroy) await checkLogIns(session, own);
  writeStacks(session, {}, own);
  // Everything that Terraform reads, including what a team has added.
  const stacks = readStacks(OUTDIR);
  const interrupts = new Interrupts(io);
  const { env } = terraformEnvironment(prepared.env);
  const runner = { tool, env, interrupts, everySecond: io.everySecond };
  const runs = stackRuns(stacks, runner, destroy);
  const work: Work = { tool, options, io: own, prepared, interrupts, secrets: [], isBegun: false };
  try {
    const how = { destroy, lock: !planOnly };
    const today = await plannedStacks(runs, session, how, io);
    const former = formerRuns(today, runner, own);
    runs.push(...former);
    // Stacks that are gone from the data are planned first: their names are in the state of a stack that
    // still exists.
    const planned = [...(await plannedStacks(former, session, how, io)), ...today];
    work.secrets = planned.flatMap(({ plan }) => plan.secrets);
    interrupts.check();
    const moves = destroy ? [] : movesOf(planned);
    if (moves.length > 0) {
      tellMoves(moves, tool.path, io);
      io.err(meantText(meant, 'Not deployed to'));
      return EXIT.problems;
    }
    return await decided(planned, stacks, expectation, work);
  } catch (error) {
    return stopped(error, work);
  } finally {
    for (const { run } of runs) run.forgetPlan();
    interrupts.end();
  }
}

/** How far a deploy has got. */
interface Work {
  readonly tool: Tool;
  readonly options: DeployOptions;
  readonly io: StackIo;
  readonly prepared: PreparedDeploy;
  readonly interrupts: Interrupts;
  /** Secrets in the plans, which nobody may see. */
  secrets: readonly string[];
  /** Whether anything may have been changed. */
  isBegun: boolean;
}

/** Shows the plan, compares it with the approved one, asks, and applies it. */
async function decided(
  planned: readonly PlannedStack[],
  stacks: readonly unknown[],
  expectation: Expectation | undefined,
  work: Work,
): Promise<number> {
  const { options, io, prepared } = work;
  const { meant, session } = prepared;
  const summaries = planned.map(({ summary }) => summary);
  for (const summary of summaries) io.out(planText(summary, options.addresses === true));
  if (options.summary !== undefined) writeSummary(options.summary, session.asOf, summaries, io.env);
  if (expectation !== undefined && !isAsApproved(expectation, summaries, stacks, io)) {
    io.err(meantText(meant, 'Not deployed to'));
    return EXIT.unapproved;
  }
  if (options.planOnly === true) return ended(meant, 'Planned for', io);
  const needed = planned.filter(({ plan }) => plan.changes.length + plan.imports.length > 0);
  if (needed.length === 0) return ended(meant, deployedWords(options), io);
  if (!(await isApproved(summaries, options, meant, io))) {
    io.err(`not approved: nothing was ${options.destroy === true ? 'removed' : 'deployed'}\n`);
    return EXIT.problems;
  }
  for (const { run, plan } of needed) {
    work.interrupts.check();
    work.isBegun = true;
    const progress = applyProgress(plan, io);
    await run.apply(progress.onEvent).finally(progress.end);
    io.out(`${run.stack}: done\n`);
  }
  return ended(meant, deployedWords(options), io);
}

function stoppedWords({ destroy = false }: DeployOptions, isBegun: boolean): string {
  const what = destroy ? 'removed' : 'deployed';
  return `Not ${what}${isBegun ? ', or in part,' : ''} ${destroy ? 'from' : 'to'}`;
}

function deployedWords({ destroy = false }: DeployOptions): string {
  return destroy ? 'Removed from' : 'Deployed to';
}

function ended(meant: Meant, lead: string, io: StackIo): number {
  io.out(meantText(meant, lead));
  return EXIT.clean;
}

/** What stopped it, what to do, and what it means for the accounts. */
function stopped(error: unknown, { tool, options, io, prepared, secrets, isBegun }: Work): number {
  if (error instanceof TerraformFailure) {
    const command = tool.name === 'OpenTofu' ? 'tofu' : 'terraform';
    io.err(withExplainHint(failureText(error, safeText(io.env, secrets), command, isBegun)));
  } else if (error instanceof Interrupted) {
    io.err(withExplainHint(`${interruptedText(isBegun)}\n`));
  } else {
    throw error;
  }
  io.err(meantText(prepared.meant, stoppedWords(options, isBegun)));
  return EXIT.problems;
}
