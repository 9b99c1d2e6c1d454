import { Temporal } from 'temporal-polyfill';
import { type Hours, type Rotation, versionShape } from '../../../../catalog';
import { zoneOf } from '../../../../roster';
import { counted } from '../../../../text/counted';
import { dateText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { hoursChange, hoursWords } from '../weeklyHours';
import { rotationText } from './phrases';

/** Hours of both sides to compare, and from when on, unless they already hold. */
interface Pair {
  readonly was: Hours | undefined;
  readonly is: Hours | undefined;
  readonly since?: Temporal.PlainDate;
}

/**
 * Rotations whose hours lose (DIFF018) or gain (DIFF019) time; hours that move do both. The hours that
 * hold now are compared, and those of the last versions.
 */
export function hoursWarnings(comparison: Comparison): Warning[] {
  const { before, after, window } = comparison;
  return after.catalog.rotations.flatMap((rotation): Warning[] => {
    const old = before.catalog.rotations.find(({ id }) => id === rotation.id);
    if (old === undefined) return [];
    const zone = zoneOf(rotation, after.catalog.organization);
    const today = window.from.toZonedDateTimeISO(zone).toPlainDate();
    return pairsOf(old, rotation, today).flatMap(({ was, is, since }) => {
      const { lost, gained } = hoursChange(was, is);
      const change = `${hoursWords(was)} becomes ${hoursWords(is)} (${zone})`;
      const when = since === undefined ? '' : ` from ${dateText(since)}`;
      const told = (code: Warning['code'], hours: number, verb: string): Warning[] =>
        hours === 0
          ? []
          : [
              {
                code,
                message: `${rotationText(comparison, rotation.id)} ${verb} ${amount(hours)} a week${when}: ${change}`,
              },
            ];
      return [
        ...told('DIFF018', lost, 'is no longer on call for'),
        ...told('DIFF019', gained, 'is now also on call for'),
      ];
    });
  });
}

function pairsOf(old: Rotation, rotation: Rotation, today: Temporal.PlainDate): readonly Pair[] {
  const now = { was: hoursOn(old, today), is: hoursOn(rotation, today) };
  const since = [old, rotation]
    .flatMap(({ versions }) => versions.at(-1)?.from ?? [])
    .reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a), today);
  const last = { was: hoursOn(old, since), is: hoursOn(rotation, since), since };
  const isOther = hoursWords(now.was) !== hoursWords(last.was) || hoursWords(now.is) !== hoursWords(last.is);
  return isOther ? [now, last] : [now];
}

/** The hours of the version that is in force on a day, or of the first. */
function hoursOn(rotation: Rotation, day: Temporal.PlainDate): Hours | undefined {
  const { versions } = rotation;
  const version = versions.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0) ?? versions[0];
  return version === undefined ? rotation.hours : versionShape(rotation, version).hours;
}

function amount(hours: number): string {
  const whole = Math.floor(hours);
  const minutes = Math.round((hours - whole) * 60);
  return [
    ...(whole > 0 ? [counted(whole, 'hour')] : []),
    ...(minutes > 0 ? [counted(minutes, 'minute')] : []),
  ].join(' ');
}
