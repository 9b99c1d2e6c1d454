import type { Temporal } from 'temporal-polyfill';
import type { Responder } from '../../../catalog';
import { contains, earlier, isBefore, later, type Span, type Watch } from '../../../roster';
import { type Comparison, idsOf } from './comparison';
import type { ShiftChange } from './diff';

/** Every time in the window for which another person is on call, exactly, by rotation and in order. */
export function shiftChanges({ before, after, window }: Comparison): ShiftChange[] {
  const rotations = [...after.catalog.rotations, ...before.catalog.rotations];
  const dutyOf = (id: string) => {
    const duty = rotations.find((rotation) => rotation.id === id)?.duty;
    return duty === undefined ? {} : { duty };
  };
  // Gaps are the times within hours before the first version.
  const isOutsideHours = (id: string, { reason, from }: ShiftChange) =>
    reason === 'nobody' && !after.rosters.get(id)?.gaps.some((gap) => contains(gap, from));
  return idsOf(after.catalog.rotations, before.catalog.rotations).flatMap((id) =>
    changesOf(id, before.rosters.get(id)?.shifts, after.rosters.get(id)?.shifts, window).map((change) => ({
      ...change,
      ...dutyOf(id),
      ...(isOutsideHours(id, change) && { isOutsideHours: true }),
    })),
  );
}

/**
 * The times for which two lists of shifts name different people.
 * @param before undefined if the rotation is new
 * @param after undefined if the rotation is gone
 */
export function changesOf(
  rotation: string,
  before: readonly Watch<Responder>[] | undefined,
  after: readonly Watch<Responder>[] | undefined,
  window: Span,
): ShiftChange[] {
  const changes: ShiftChange[] = [];
  const [old, present] = [before ?? [], after ?? []];
  for (const span of pieces(window, [...old, ...present])) {
    const [was, is] = [runningAt(old, span.from), runningAt(present, span.from)];
    if (was?.onDuty.id === is?.onDuty.id) continue;
    const change: ShiftChange = {
      rotation,
      ...span,
      ...(was && { before: was }),
      ...(is && { after: is }),
      reason: is?.reason ?? (after === undefined ? 'removed' : 'nobody'),
    };
    const last = changes.at(-1);
    if (last !== undefined && continues(last, change)) {
      changes[changes.length - 1] = { ...last, until: change.until };
    } else changes.push(change);
  }
  return changes;
}

/** The window, cut at every beginning and end of a shift. */
function pieces(window: Span, shifts: readonly Watch<Responder>[]): readonly Span[] {
  const inside = shifts
    .flatMap(({ from, until }) => [from, until])
    .filter((at) => isBefore(window.from, at) && isBefore(at, window.until));
  const byTime = new Map(inside.map((at) => [at.epochNanoseconds, at]));
  const cuts = [...byTime.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const begins = [window.from, ...cuts];
  return begins
    .map((from, index) => ({
      from: later(window.from, from),
      until: earlier(window.until, begins[index + 1] ?? window.until),
    }))
    .filter(({ from, until }) => isBefore(from, until));
}

function runningAt(shifts: readonly Watch<Responder>[], at: Temporal.Instant): Watch<Responder> | undefined {
  return shifts.find(({ from, until }) => !isBefore(at, from) && isBefore(at, until));
}

/** True if two changes adjoin and count as one: the same two people, for the same reasons. */
function continues(last: ShiftChange, next: ShiftChange): boolean {
  return last.until.equals(next.from) && same(last.before, next.before) && same(last.after, next.after);
}

function same(one: Watch<Responder> | undefined, other: Watch<Responder> | undefined): boolean {
  if (one === other) return true;
  const both = one?.reason === 'rotation' && other?.reason === 'rotation';
  return both && one.onDuty.id === other.onDuty.id;
}
