import { isBefore } from '../../../../roster';
import { spanText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { ShiftChange, Warning } from '../diff';
import { insteadText, rotationText } from './phrases';

/** How soon is so soon that people have to be told in person. */
const SOON = { hours: 72 };

/** Shifts that change while they run (DIFF001) or within 72 hours (DIFF002), as of the day that is looked at. */
export function soonWarnings(comparison: Comparison, changes: readonly ShiftChange[]): Warning[] {
  const { window, timeZone } = comparison;
  const limit = window.from.add(SOON);
  return changes.flatMap((change): Warning[] => {
    const where = `in ${rotationText(comparison, change.rotation)}`;
    const who = `${insteadText(change, comparison.names)} ${spanText(change, timeZone)}`;
    if (!isBefore(window.from, change.from)) {
      return [{ code: 'DIFF001', message: `the shift that is running ${where} changes: ${who}` }];
    }
    if (!isBefore(change.from, limit)) return [];
    return [{ code: 'DIFF002', message: `a shift ${where} changes within 72 hours: ${who}` }];
  });
}
