import { type Clash, encloses, isBefore } from '../../../../roster';
import { listText, spanText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** Times when everybody is away, unless all of it was such a time before (DIFF004). */
export function clashWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone, names } = comparison;
  return [...after.rosters].flatMap(([rotation, { clashes }]) => {
    const old = before.rosters.get(rotation)?.clashes ?? [];
    return clashes
      .filter((clash) => isBefore(window.from, clash.until) && !old.some((other) => includes(other, clash)))
      .map((clash) => ({
        code: 'DIFF004' as const,
        message: `everybody in ${rotationText(comparison, rotation)} is away ${spanText(clash, timeZone)} (${listText(clash.away.map((person) => names.of(person)))}); ${names.of(clash.rostered)} stays on call while away`,
      }));
  });
}

function includes(old: Clash, clash: Clash): boolean {
  return old.rostered.id === clash.rostered.id && encloses(old, clash);
}
