import type { Temporal } from 'temporal-polyfill';
import { carryOut, type EditedData, type Outcome } from '../../cli/atOnce';
import type { Io } from '../../cli/io';
import { VendorError } from '../../vendors';
import type { Schedules } from './pagerDuty';
import type { CoverPlan } from './plan';
import type { CoverRequest } from './request';
import { disagreements, type Step, take } from './steps';

/** The input of {@link carryOutCover}. */
export interface Work {
  readonly request: CoverRequest;
  readonly plan: CoverPlan;
  readonly steps: readonly Step[];
  readonly data: EditedData;
  readonly schedules: Schedules;
}

/** Makes the overrides, and the leave; then asks PagerDuty who it pages. */
export async function carryOutCover(work: Work, io: Io): Promise<Outcome> {
  const { data, plan, request, steps } = work;
  return carryOut(
    {
      data,
      text: plan.text,
      cancel: request.cancel,
      atVendor: async (isInterrupted, problems) => {
        await takeAll(work, io.now, isInterrupted, problems);
        return steps.every(isSettled);
      },
      verify: (problems) => verify(work, io.now(), problems),
    },
    io,
  );
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
