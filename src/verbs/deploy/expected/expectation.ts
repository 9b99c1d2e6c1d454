import { spawnSync } from 'node:child_process';
import type { Temporal } from 'temporal-polyfill';
import { withExplainHint } from '../../../cli/explainHint';
import type { StackIo } from '../../../cli/io';
import { UsageError } from '../../../text/usageError';
import { stacksAsOf } from '../../synth/writeStacks';
import type { Environment } from '../deployEnvironment';
import type { SummarizedStack } from '../plan/summary';
import { type ApprovedPlan, readApprovedPlan, writeApprovedPlan } from './approvedPlan';
import { comparePlans } from './unapproved';

/** The plan that was approved. */
export type Expectation = ApprovedPlan;

/**
 * The plan of `--expect`. If there is no commit to compare with, a note says so; the plans themselves
 * are still compared.
 * @returns undefined if there is no such option
 * @throws UsageError with code DEPL005 if it is malformed, or was made of another commit
 */
export function expectationOf(
  path: string | undefined,
  env: Environment,
  io: Pick<StackIo, 'err'>,
): Expectation | undefined {
  if (path === undefined) return undefined;
  const approved = readApprovedPlan(path);
  const commit = commitOf(env);
  if (approved.commit === commit) return approved;
  if (approved.commit === undefined || commit === undefined) {
    const which = commit === undefined ? 'this folder is at none that git knows' : 'the plan names none';
    io.err(`note: the commit is not compared, because ${which}; the plans are\n`);
    return approved;
  }
  throw new UsageError(
    `DEPL005: the plan was approved for commit ${approved.commit}, and this is ${commit}\n  check out the commit that was approved, or have this one approved`,
  );
}

/** Writes the plan to a file, for somebody to approve. */
export function writeSummary(
  path: string,
  asOf: Temporal.Instant,
  stacks: readonly SummarizedStack[],
  env: Environment,
): void {
  const commit = commitOf(env);
  writeApprovedPlan(path, { asOf, stacks, ...(commit === undefined ? {} : { commit }) });
}

/**
 * Says how a plan differs from the approved one.
 * @param stacks what is planned, synthesized
 * @returns false if it may not be applied
 */
export function isAsApproved(
  { asOf, stacks: approved }: Expectation,
  planned: readonly SummarizedStack[],
  stacks: readonly unknown[],
  io: StackIo,
): boolean {
  if (approved === undefined) {
    io.err('note: no plan was made for the approval (there were no keys): nothing is compared\n');
    return true;
  }
  const { unapproved, moved } = comparePlans(approved, planned, [stacksAsOf(asOf, io), stacks]);
  if (moved.length > 0) {
    io.out(`since the approval, the calendar has changed: ${moved.join(', ')}\n`);
  }
  if (unapproved.length === 0) return true;
  const lines = unapproved.map(({ stack, address, text }) => `  ${stack}: ${address}: ${text}\n`);
  io.err(
    withExplainHint(
      `DEPL004: this is not the plan that was approved (as of ${asOf})\n${lines.join('')}  look at it, and have it approved again; npx watchbill drift says what was changed by hand\n`,
    ),
  );
  return false;
}

/** The commit that is checked out. @returns undefined outside of a repository, or without git */
function commitOf(env: Environment): string | undefined {
  const git = spawnSync('git', ['rev-parse', '--verify', 'HEAD'], { env: { ...env }, encoding: 'utf8' });
  return git.status === 0 ? git.stdout.trim() : undefined;
}
