import { type Hours, isoWeekday } from '../catalog';
import { windowsIn } from '../time/hours';
import { joined, partsWithin } from '../time/pieces';
import type { Span } from '../time/span';
import type { RotationRoster } from './shift';
import { touching } from './touching';

/**
 * The part of a roster that is within the rotation's hours: shifts, clashes and gaps are cut to
 * their windows. Windows that meet are joined.
 * @param hours undefined: always
 * @param timeZone of the hours
 * @param window that of the roster
 * @param timesIn what computes the windows, so that rotations with the same hours can share them
 */
export function inHours(
  roster: RotationRoster,
  hours: Hours | undefined,
  timeZone: string,
  window: Span,
  timesIn: typeof hoursIn = hoursIn,
): RotationRoster {
  if (hours === undefined) return roster;
  const times = timesIn(hours, timeZone, window);
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

/** The times within the hours that overlap a span, whole, in order; windows that meet are joined. */
export function hoursIn(hours: Hours, timeZone: string, span: Span): Span[] {
  return joined(windowsIn({ ...hours, days: hours.days.map(isoWeekday) }, timeZone, span));
}
