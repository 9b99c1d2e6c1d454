import { ACTION_WORDS } from '../plan/kinds';
import type { SummarizedChange, SummarizedStack } from '../plan/summary';
import { wantedTexts } from '../plan/wanted';

/** A change that nobody has approved, in words. */
export interface Unapproved {
  readonly stack: string;
  readonly address: string;
  readonly text: string;
}

/** A plan, compared with the one that was approved. */
export interface Compared {
  readonly unapproved: readonly Unapproved[];
  /** Addresses at which the plan differs because the calendar has moved on. */
  readonly moved: readonly string[];
}

/**
 * What a plan does beyond the one that was approved. A change of the approved plan that is missing
 * here has been made already: an interrupted deploy is finished under the same approval.
 *
 * If the same data means something else now than when the plan was approved, only the calendar has
 * moved on: a cover has ended, the horizon has reached another, a bridge is no longer needed. That
 * needs no approval; the nightly deploy does it every day.
 *
 * @param then the stacks synthesized from the same data as of the approved plan
 * @param now the stacks that are planned
 */
export function comparePlans(
  approved: readonly SummarizedStack[],
  planned: readonly SummarizedStack[],
  [then, now]: readonly [readonly unknown[], readonly unknown[]],
): Compared {
  const [unapproved, moved]: [Unapproved[], string[]] = [[], []];
  const byCalendar = movedObjects(then, now);
  for (const { stack, changes, imports } of planned) {
    const known = approved.find((each) => each.stack === stack);
    for (const change of changes) {
      const text = differenceText(change, known);
      if (text === undefined) continue;
      if (byCalendar.has(change.address)) moved.push(change.address);
      else unapproved.push({ stack, address: change.address, text });
    }
    for (const { address, id } of imports) {
      if (known?.imports.some((each) => each.address === address && each.id === id) === true) continue;
      unapproved.push({ stack, address, text: `would take over ${id}, which the approved plan does not` });
    }
  }
  return { unapproved, moved };
}

/** @returns undefined if it was approved */
function differenceText(change: SummarizedChange, known: SummarizedStack | undefined): string | undefined {
  const approved = known?.changes.find(({ address }) => address === change.address);
  const { verb } = ACTION_WORDS[change.action];
  if (approved === undefined) return `the plan ${verb} it, and the approved one does not touch it`;
  if (approved.action !== change.action) {
    return `the plan ${verb} it, and the approved one ${ACTION_WORDS[approved.action].verb} it`;
  }
  return approved.digest === change.digest
    ? undefined
    : `the plan ${verb} it, to or from other values than the approved one`;
}

/** Addresses of objects that differ between two instants, or exist at only one of them. */
function movedObjects(then: readonly unknown[], now: readonly unknown[]): ReadonlySet<string> {
  const [before, after] = [wantedTexts(then), wantedTexts(now)];
  const all = [...before.keys(), ...after.keys()];
  return new Set(all.filter((address) => before.get(address) !== after.get(address)));
}
