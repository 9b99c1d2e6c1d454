import type { Temporal } from 'temporal-polyfill';
import type { Io } from '../../cli/io';
import { VendorError } from '../../vendors';
import type { Schedules } from './pagerDuty';
import type { CoverPlan } from './plan';
import type { CoverRequest } from './request';
import { disagreements, type Step, take } from './steps';
import { LeaveFileError, type TeamData } from './teamData';

/** The input of {@link carryOut}. */
export interface Work {
  readonly request: CoverRequest;
  readonly plan: CoverPlan;
  readonly steps: readonly Step[];
  readonly data: TeamData;
  readonly schedules: Schedules;
}

/** The result of {@link carryOut}. */
export interface Outcome {
  /** Whether the leave file is up to date. */
  readonly leaveDone: boolean;
  /** What failed, and where PagerDuty disagrees; empty if all is well. */
  readonly problems: readonly string[];
}

/**
 * Makes the changes that are not made yet. The leave is added before any override and removed
 * after all of them, so that no override of ours is ever without a leave: the next deploy
 * fixes a leave without an override, but nothing fixes an override without a leave. After a
 * failure or an interruption, the same command continues.
 */
export async function carryOut(work: Work, io: Io): Promise<Outcome> {
  const problems: string[] = [];
  let isInterrupted = false;
  const giveBack = io.onInterrupt?.(() => {
    isInterrupted = true;
  });
  try {
    const { cancel } = work.request;
    // If somebody else has changed the file, touch neither it nor PagerDuty.
    const fresh = attempt(() => work.data.refuseChanged(), problems);
    let leaveDone = fresh && (cancel ? false : attempt(() => writeLeave(work), problems));
    if (!fresh || (!cancel && !leaveDone)) return { leaveDone: false, problems };
    await takeAll(work, io.now, () => isInterrupted, problems);
    const settled = work.steps.every(isSettled);
    if (isInterrupted && !settled) problems.unshift('interrupted');
    if (cancel && settled) leaveDone = attempt(() => writeLeave(work), problems);
    if (settled && problems.length === 0) await verify(work, io.now(), problems);
    return { leaveDone, problems };
  } finally {
    giveBack?.();
  }
}

/** Whether PagerDuty has the override, or no longer has it, as requested. */
export function isSettled({ state }: Step): boolean {
  return state === 'made' || state === 'removed' || state === 'there' || state === 'absent';
}

/** Whether anything is left to do. */
export function isOpen({ plan, steps, request }: Pick<Work, 'plan' | 'steps' | 'request'>): boolean {
  const leave = plan.change !== 'there' && plan.change !== 'absent';
  return leave || steps.some(({ state }) => state === (request.cancel ? 'there' : 'missing'));
}

function writeLeave({ plan, data }: Work): void {
  if (plan.text !== data.leaveText) data.writeLeave(plan.text);
}

function attempt(act: () => void, problems: string[]): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof LeaveFileError)) throw error;
    problems.push(error.message);
    return false;
  }
}

async function takeAll(
  { steps, request, schedules }: Work,
  now: () => Temporal.Instant,
  isInterrupted: () => boolean,
  problems: string[],
): Promise<void> {
  let goesOn = true;
  for (const step of steps.filter(({ state }) => state === (request.cancel ? 'there' : 'missing'))) {
    if (!goesOn || isInterrupted()) {
      step.state = 'failed';
      step.reason = 'not tried';
      continue;
    }
    const present = now().round({ smallestUnit: 'second', roundingMode: 'trunc' });
    goesOn = await take(step, request.cancel, schedules, present);
    if (!isSettled(step) && step.reason !== undefined) problems.push(step.reason);
  }
}

/** Asks PagerDuty who it pages: a layer, or somebody else's override, may say otherwise. */
async function verify(
  { steps, request, schedules }: Work,
  now: Temporal.Instant,
  problems: string[],
): Promise<void> {
  const present = now.round({ smallestUnit: 'second', roundingMode: 'trunc' });
  try {
    for (const step of steps) problems.push(...(await disagreements(step, request, schedules, present)));
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    problems.push(`could not check who is paged now: ${error.message}`);
  }
}
