import type { Responder } from '../../../../catalog';
import type { Watch } from '../../../../roster';
import type { Comparison, RosteredSide } from '../comparison';
import type { ShiftChange } from '../diff';
import type { DisplayNames } from '../displayNames';
import { stepName } from '../personShifts';

/** A rotation's name in quotes. */
export function rotationText({ before, after }: Comparison, rotation: string): string {
  const byId = ({ catalog }: RosteredSide) => catalog.rotations.find(({ id }) => id === rotation);
  const pipelines = [...after.catalog.pipelines, ...before.catalog.pipelines];
  return `"${(byId(after) ?? byId(before))?.name ?? stepName(rotation, pipelines) ?? rotation}"`;
}

/**
 * Who is on call instead of whom.
 * @example
 * insteadText(change, names) // 'Thiru instead of Choo'
 */
export function insteadText({ before, after }: ShiftChange, names: DisplayNames): string {
  const who = (shift: Watch<Responder> | undefined) =>
    shift === undefined ? 'nobody' : names.of(shift.onDuty);
  return `${who(after)} instead of ${who(before)}`;
}
