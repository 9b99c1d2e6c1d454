import type { TimelineShift } from './model';

/** Shifts of the same person, for the same reason, that meet are one bar: nobody hands off to anybody. */
export function stretches(shifts: readonly TimelineShift[]): TimelineShift[] {
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
