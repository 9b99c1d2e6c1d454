import { type Hours, isoWeekday, type Rotation, versionShape } from '../catalog';
import { windowsIn } from '../time/hours';
import { joined, partsWithin } from '../time/pieces';
import { earlier, isBefore, later, type Span } from '../time/span';
import type { RotationRoster } from './shift';
import { touching } from './touching';
import type { Turns } from './turns';

/**
 * The part of a roster that is within times: shifts, clashes and gaps are cut to them.
 * @param times what `timesOnCall` returned; undefined: always
 */
export function inHours(roster: RotationRoster, times: readonly Span[] | undefined): RotationRoster {
  if (times === undefined) return roster;
  const shifts = partsWithin(roster.shifts, times);
  return {
    ...roster,
    shifts: shifts.map((shift) => {
      const absences = touching(shift.absences, shift);
      return absences === shift.absences ? shift : { ...shift, absences };
    }),
    clashes: partsWithin(roster.clashes, times),
    gaps: partsWithin(roster.gaps, times),
  };
}

/**
 * When a rotation is on call within a window: the windows of its hours, each version's own from its
 * start to that of the next, the first version's also before it. Windows that meet are joined.
 * @param timeZone of the hours
 * @param timesIn what computes the windows, so that rotations with the same hours can share them
 * @returns undefined if it has no hours
 */
export function timesOnCall(
  rotation: Rotation,
  turns: Turns,
  timeZone: string,
  window: Span,
  timesIn: typeof hoursIn = hoursIn,
): readonly Span[] | undefined {
  const { hours, versions } = rotation;
  if (versions.every((version) => version.hours === undefined)) {
    return hours && timesIn(hours, timeZone, window);
  }
  const times = versions.flatMap((version, index): readonly Span[] => {
    const from = index === 0 ? window.from : later(window.from, turns.startOf(index));
    const until =
      index + 1 === versions.length ? window.until : earlier(window.until, turns.startOf(index + 1));
    if (!isBefore(from, until)) return [];
    const { hours: own } = versionShape(rotation, version);
    const span = { from, until };
    return own === undefined ? [span] : partsWithin(timesIn(own, timeZone, span), [span]);
  });
  return joined(times);
}

/** The times within the hours that overlap a span, whole, in order; windows that meet are joined. */
export function hoursIn(hours: Hours, timeZone: string, span: Span): Span[] {
  return joined(windowsIn({ ...hours, days: hours.days.map(isoWeekday) }, timeZone, span));
}
