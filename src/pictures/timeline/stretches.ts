import { spanText } from '../../time/localTime';
import type { TimelineShift } from './model';

/** A time without a hand-off, and its local times in words. */
export interface Stretch extends TimelineShift {
  readonly when: string;
}

/** One per list of shifts and zone: times in words take most of a picture's time. */
const known = new WeakMap<readonly TimelineShift[], Map<string, readonly Stretch[]>>();

/** Shifts, with those joined that meet and have the same person for the same reason: there is no hand-off between them. */
export function stretches(shifts: readonly TimelineShift[], timeZone: string): readonly Stretch[] {
  const zones = known.get(shifts) ?? new Map<string, readonly Stretch[]>();
  known.set(shifts, zones);
  const found =
    zones.get(timeZone) ?? joined(shifts).map((shift) => ({ ...shift, when: spanText(shift, timeZone) }));
  zones.set(timeZone, found);
  return found;
}

function joined(shifts: readonly TimelineShift[]): TimelineShift[] {
  const found: TimelineShift[] = [];
  for (const shift of shifts) {
    const last = found.at(-1);
    const isMore =
      last?.until.equals(shift.from) &&
      last.onDuty === shift.onDuty &&
      last.rostered === shift.rostered &&
      last.reason === shift.reason;
    if (last !== undefined && isMore) found[found.length - 1] = { ...last, until: shift.until };
    else found.push(shift);
  }
  return found;
}
