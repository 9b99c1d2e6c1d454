import { zoneOf } from '../../../../roster';
import { counted } from '../../../../text/counted';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { hoursChange, hoursWords } from '../weeklyHours';
import { rotationText } from './phrases';

/** Rotations whose hours lose (DIFF018) or gain (DIFF019) time; one that moves does both. */
export function hoursWarnings(comparison: Comparison): Warning[] {
  const { before, after } = comparison;
  return after.catalog.rotations.flatMap((rotation): Warning[] => {
    const old = before.catalog.rotations.find(({ id }) => id === rotation.id);
    if (old === undefined) return [];
    const { lost, gained } = hoursChange(old.hours, rotation.hours);
    const zone = zoneOf(rotation, after.catalog.organization);
    const change = `${hoursWords(old.hours)} becomes ${hoursWords(rotation.hours)} (${zone})`;
    const told = (code: Warning['code'], hours: number, verb: string): Warning[] =>
      hours === 0
        ? []
        : [
            {
              code,
              message: `${rotationText(comparison, rotation.id)} ${verb} ${amount(hours)} a week: ${change}`,
            },
          ];
    return [
      ...told('DIFF018', lost, 'is no longer on call for'),
      ...told('DIFF019', gained, 'is now also on call for'),
    ];
  });
}

function amount(hours: number): string {
  const whole = Math.floor(hours);
  const minutes = Math.round((hours - whole) * 60);
  return [
    ...(whole > 0 ? [counted(whole, 'hour')] : []),
    ...(minutes > 0 ? [counted(minutes, 'minute')] : []),
  ].join(' ');
}
