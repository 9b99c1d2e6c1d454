import { zoneOf } from '../../../../roster';
import { rangeText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** Rotations whose clock changes in the middle of a turn: whose turn it is, and when it ends (DIFF021). */
export function zoneWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, names } = comparison;
  return after.catalog.rotations.flatMap((rotation): Warning[] => {
    const old = before.catalog.rotations.find(({ id }) => id === rotation.id);
    if (old === undefined) return [];
    const was = zoneOf(old, before.catalog.organization);
    const zone = zoneOf(rotation, after.catalog.organization);
    const [running, present] = [before.all.turns(old), after.all.turns(rotation)].map((turns) =>
      turns.at(window.from),
    );
    if (was === zone || running === undefined) return [];
    const isSame =
      present?.rostered.id === running.rostered.id &&
      present.span.from.equals(running.span.from) &&
      present.span.until.equals(running.span.until);
    if (isSame) return [];
    const turn = (of: typeof running) => `${names.of(of.rostered)}, ${rangeText(of.span, zone)}`;
    const becomes =
      present === undefined ? 'nobody, because it has not begun by the new clock' : turn(present);
    const message = `${rotationText(comparison, rotation.id)} goes by ${zone} instead of ${was}, in the middle of a turn: ${turn(running)} becomes ${becomes} (times in ${zone})`;
    return [{ code: 'DIFF021', message }];
  });
}
