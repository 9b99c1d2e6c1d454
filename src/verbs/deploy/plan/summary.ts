import { createHash } from 'node:crypto';
import { fieldLines } from './fieldText';
import { objectText } from './kinds';
import { leavesOf, SECRET } from './leaves';
import type { PlanView } from './planView';
import { scheduleLines } from './scheduleLines';
import type { Action, Attributes, PlannedChange, StackPlan } from './stackPlan';
import { canonical, wantedObject } from './wanted';

/** One stack's plan in words, without secrets. */
export interface SummarizedStack {
  readonly stack: string;
  readonly changes: readonly SummarizedChange[];
  readonly imports: StackPlan['imports'];
}

/** One object of it. */
export interface SummarizedChange {
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  /** E.g. `schedule Investor growth`. */
  readonly object: string;
  /** What changes, one line each; empty if there is nothing to say beyond the action. */
  readonly text: readonly string[];
  /** SHA-256 of what the object is now and will become, see {@link digestOf}. */
  readonly digest: string;
}

/**
 * A plan in words, and with a digest of each change.
 * @param json what was synthesized for the stack, parsed
 */
export function summarized(plan: StackPlan, json: unknown, view: Omit<PlanView, 'known'>): SummarizedStack {
  const { stack, changes, imports, known } = plan;
  return {
    stack,
    changes: changes.map((change) => {
      const wanted = wantedObject(json, change);
      const { address, type, action } = change;
      return {
        address,
        type,
        action,
        object: objectText(change),
        text: linesOf(change, wanted, { ...view, known }),
        digest: digestOf(change, wanted),
      };
    }),
    imports,
  };
}

/**
 * Identifies a change, for comparison with another plan. It is made from what was synthesized, in
 * which references stand for ids and secrets, so that it is the same before and after half of a
 * deploy; and from what the object is now, as far as the synthesis sets it, so that a change made by
 * hand in between shows. For an object that is removed, only the id counts.
 */
export function digestOf({ before, secret, action }: PlannedChange, wanted: Attributes | undefined): string {
  const isGone = action === 'destroy' || action === 'forget' || wanted === undefined;
  const had = isGone
    ? { id: before['id'] }
    : Object.fromEntries([...leavesOf(before, wanted, { secret })].filter(([, value]) => value !== SECRET));
  return createHash('sha256')
    .update(canonical({ wanted: isGone ? null : wanted, had }))
    .digest('hex');
}

function linesOf(change: PlannedChange, wanted: Attributes | undefined, view: PlanView): string[] {
  const { action, type } = change;
  if (action === 'destroy' || action === 'forget') return [];
  if (type !== 'pagerduty_schedule') return action === 'create' ? [] : fieldLines(change, wanted, view);
  const watches = scheduleLines(change, view);
  if (watches === undefined) return action === 'create' ? [] : fieldLines(change, wanted, view);
  if (action === 'create') return watches;
  const { layer: _layer, ...others } = wanted ?? {};
  return [...fieldLines(change, others, view), ...watches];
}
