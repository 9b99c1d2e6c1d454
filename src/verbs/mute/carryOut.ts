import type { Temporal } from 'temporal-polyfill';
import { carryOut, type EditedData, type Outcome } from '../../cli/atOnce';
import type { Io } from '../../cli/io';
import { isBefore, overlap, type Span } from '../../roster';
import { VendorError } from '../../vendors';
import type { Downtimes, MaintenanceInDatadog } from './downtimes';
import type { MutePlan } from './plan';
import type { MuteRequest } from './request';

/** The input of {@link carryOutMute}. */
export interface Work {
  readonly request: MuteRequest;
  readonly plan: MutePlan;
  readonly data: EditedData;
  readonly downtimes: Downtimes;
  /** What Datadog has before anything is changed. */
  readonly found: readonly MaintenanceInDatadog[];
}

/** Whether the existing downtimes mute the pipeline from now until the end of the plan, and no longer. */
export function isMuted(
  found: readonly MaintenanceInDatadog[],
  { from, until }: Span,
  now: Temporal.Instant,
): boolean {
  const soon = now.add({ minutes: 1 });
  return found.some(
    (each) => each.until.equals(until) && (each.from.equals(from) || !isBefore(soon, each.from)),
  );
}

/** The downtimes that a cancellation removes. */
export function toCancel({ plan, found }: Pick<Work, 'plan' | 'found'>): readonly MaintenanceInDatadog[] {
  return plan.change === 'absent' ? [] : found.filter((each) => overlap(each, plan.span));
}

/** Whether anything is left to do. */
export function isOpen({ plan, request, found }: Work, now: Temporal.Instant): boolean {
  if (request.cancel) return plan.change !== 'absent';
  return plan.change !== 'there' || !isMuted(found, plan.span, now);
}

/** Makes the entry and the downtime, or takes both back. */
export async function carryOutMute(work: Work, io: Io): Promise<Outcome> {
  const { data, plan, request } = work;
  return carryOut(
    {
      data,
      text: plan.text,
      cancel: request.cancel,
      atVendor: async (_, problems) => settle(work, io.now(), problems),
    },
    io,
  );
}

/** Makes or cancels downtimes, and asks Datadog whether it did: an answer may be lost. */
async function settle(work: Work, now: Temporal.Instant, problems: string[]): Promise<boolean> {
  const { request, plan, downtimes, found } = work;
  const failures: string[] = [];
  const tried = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      failures.push(error.message);
    }
  };
  if (request.cancel) {
    for (const { id } of toCancel(work)) await tried(() => downtimes.cancel(id));
  } else if (!isMuted(found, plan.span, now)) {
    await tried(() => downtimes.make(plan.span, request.timeZone, now));
  }
  try {
    const present = await downtimes.all();
    const done = request.cancel
      ? toCancel({ plan, found: present }).length === 0
      : isMuted(present, plan.span, now);
    if (!done) {
      problems.push(...(failures.length > 0 ? failures : ['Datadog does not have it as it should be']));
      return false;
    }
    // A shorter one from an earlier command: the longer one is created first, so nothing notifies in between.
    if (!request.cancel) {
      const shorter = present.filter(
        (each) => each.byMute && overlap(each, plan.span) && isBefore(each.until, plan.span.until),
      );
      for (const { id } of shorter) await tried(() => downtimes.cancel(id));
    }
    return true;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    problems.push(...failures, `could not check what Datadog has now: ${error.message}`);
    return false;
  }
}
