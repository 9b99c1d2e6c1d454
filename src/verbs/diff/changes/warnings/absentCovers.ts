import { type AbsentCover, absentCovers, encloses, isBefore } from '../../../../roster';
import { spanText } from '../../../../time/localTime';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** Covers named by a leave who are away at that time, and were not before (DIFF010). */
export function absentCoverWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone, names } = comparison;
  const old = absentCoversOf(before);
  return absentCoversOf(after)
    .filter((absent) => isBefore(window.from, absent.until) && !old.some((other) => includes(other, absent)))
    .map((absent) => ({
      code: 'DIFF010' as const,
      message: `${names.of(absent.agreed)}, who agreed to cover for ${names.of(absent.rostered)} in ${rotationText(comparison, absent.rotation)}, is away ${spanText(absent, timeZone)}; ${names.of(absent.onDuty)} covers instead`,
    }));
}

type InRotation = AbsentCover & { readonly rotation: string };

function absentCoversOf({ away, rosters }: RosteredSide): readonly InRotation[] {
  return [...rosters.values()].flatMap((roster) =>
    absentCovers(roster, away).map((absent) => ({ ...absent, rotation: roster.rotation })),
  );
}

function includes(old: InRotation, absent: InRotation): boolean {
  return (
    old.rotation === absent.rotation &&
    old.rostered.id === absent.rostered.id &&
    old.agreed.id === absent.agreed.id &&
    encloses(old, absent)
  );
}
