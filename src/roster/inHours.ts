import { type Hours, isoWeekday } from '../catalog';
import { windowsIn } from '../time/hours';
import { common, overlap, type Span } from '../time/span';
import type { RotationRoster } from './shift';
import { touching } from './touching';

/**
 * What of a roster is in the rotation's hours: shifts, clashes and gaps are cut to its windows.
 * Windows that meet are one.
 * @param hours none: always
 * @param timeZone of the hours
 * @param window that of the roster
 */
export function inHours(
  roster: RotationRoster,
  hours: Hours | undefined,
  timeZone: string,
  window: Span,
): RotationRoster {
  if (hours === undefined) return roster;
  const times = hoursIn(hours, timeZone, window);
  const shifts = cut(roster.shifts, times);
  return {
    ...roster,
    shifts: shifts.map((shift) => ({ ...shift, absences: touching(shift.absences, shift) })),
    clashes: cut(roster.clashes, times),
    gaps: cut(roster.gaps, times),
  };
}

/** The times of a span, and around it, that are in the hours, in order; none of them meet. */
export function hoursIn(hours: Hours, timeZone: string, span: Span): Span[] {
  const times: Span[] = [];
  for (const { from, until } of windowsIn({ ...hours, days: hours.days.map(isoWeekday) }, timeZone, span)) {
    const last = times.at(-1);
    if (last?.until.equals(from)) times[times.length - 1] = { from: last.from, until };
    else times.push({ from, until });
  }
  return times;
}

/** Both in order and without overlaps: one walk through them. */
function cut<T extends Span>(spans: readonly T[], windows: readonly Span[]): T[] {
  const pieces: T[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < windows.length && !isAfter(windows[first]?.until, span.from)) first += 1;
    for (let index = first; index < windows.length; index += 1) {
      const window = windows[index];
      if (window === undefined || !overlap(window, span)) break;
      pieces.push({ ...span, ...common(window, span) });
    }
  }
  return pieces;
}

function isAfter(a: Span['from'] | undefined, b: Span['from']): boolean {
  return a !== undefined && a.epochNanoseconds > b.epochNanoseconds;
}
