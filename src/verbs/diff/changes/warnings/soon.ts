import { isBefore } from '../../../../roster';
import { spanText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { ShiftChange, Warning } from '../diff';
import { insteadText, rotationText } from './phrases';

/** Changes sooner than this have to be announced in person. */
const SOON = { hours: 72 };

/** Shifts that change while they are running (DIFF001) or within 72 hours (DIFF002) of `asOf`. */
export function soonWarnings(comparison: Comparison, changes: readonly ShiftChange[]): Warning[] {
  const { window, timeZone } = comparison;
  const limit = window.from.add(SOON);
  return changes.flatMap((change): Warning[] => {
    const where = `in ${rotationText(comparison, change.rotation)}`;
    const who = `${insteadText(change, comparison.names)} ${spanText(change, timeZone)}`;
    if (!isBefore(window.from, change.from)) {
      return [{ code: 'DIFF001', message: `the running shift ${where} changes: ${who}` }];
    }
    if (!isBefore(change.from, limit)) return [];
    return [{ code: 'DIFF002', message: `a shift ${where} changes within 72 hours: ${who}` }];
  });
}
