import type { Temporal } from 'temporal-polyfill';
import type { Organization, Rotation } from '../catalog';
import { earlier, isBefore, later, type Span } from '../time/span';
import { absencesFor } from './absencesFor';
import { AwayTimes } from './awayTimes';
import { covers } from './cover';
import { inHours, timesOnCall } from './inHours';
import type { Absence, Clash, RotationRoster, Shift } from './shift';
import { touching } from './touching';
import { type Turn, type Turns, turnsOf } from './turns';
import { zoneOf } from './zoneOf';

const NONE: readonly Absence[] = [];

/**
 * Who is on call when in one rotation, within a window.
 * @param absencesByPerson what `absences` returned
 * @example
 * // order [aidil, thiru] from Monday 5 January 2026, Thiru away on the 12th:
 * rosterOf(rotation, organization, absencesByPerson, window).shifts;
 * // 5 Jan 09:00 - 12 Jan 09:00 aidil (rotation)
 * // 12 Jan 09:00 - 13 Jan 00:00 aidil (cover)
 * // 13 Jan 00:00 - 19 Jan 09:00 thiru (rotation)
 */
export function rosterOf(
  rotation: Rotation,
  organization: Organization,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  window: Span,
): RotationRoster {
  const timeZone = zoneOf(rotation, organization);
  const turns = turnsOf(rotation, organization);
  const awayTimes = new AwayTimes(absencesFor(absencesByPerson, rotation.id));
  const whole = rosterOfTurns(rotation, turns, awayTimes, window);
  return inHours(whole, timesOnCall(rotation, turns, timeZone, window));
}

/**
 * The same as if the rotation were always on call, without hours; turns and away times can be
 * shared by several rotations.
 */
export function rosterOfTurns(
  rotation: Rotation,
  turns: Turns,
  awayTimes: AwayTimes,
  window: Span,
): RotationRoster {
  const shifts: Shift[] = [];
  const clashes: Clash[] = [];
  let turn = turns.at(window.from) ?? turns.first();
  const gaps = gapBefore(turn, window);
  while (isBefore(turn.span.from, window.until)) {
    addShifts(turn, turns, awayTimes, window, shifts, clashes);
    turn = turns.next(turn);
  }
  return { rotation: rotation.id, shifts, clashes, gaps };
}

/** The part of the window before the first turn. */
function gapBefore(first: Turn, window: Span): readonly Span[] {
  const until = earlier(first.span.from, window.until);
  return isBefore(window.from, until) ? [{ from: window.from, until }] : [];
}

/** Adds the shifts of one turn that are within the window. */
function addShifts(
  turn: Turn,
  turns: Turns,
  awayTimes: AwayTimes,
  window: Span,
  shifts: Shift[],
  clashes: Clash[],
): void {
  const { rostered } = turn;
  const end = earlier(turn.span.until, window.until);
  let from = later(turn.span.from, window.from);
  while (isBefore(from, end)) {
    const time = awayTimes.runningOrNext(rostered, from);
    if (time === undefined || !isBefore(time.from, end)) {
      shifts.push(rotationShift(turn, from, end));
      return;
    }
    if (isBefore(from, time.from)) {
      shifts.push(rotationShift(turn, from, time.from));
      from = time.from;
    }

    const away = { from, until: earlier(time.until, end) };
    for (const cover of covers(turn, away, turns, awayTimes)) {
      const { from: begin, until, standIn } = cover;
      shifts.push({
        from: begin,
        until,
        onDuty: standIn ?? rostered,
        rostered,
        reason: standIn === undefined ? 'clash' : 'cover',
        absences: touching(time.absences, cover),
        turn: turn.span,
      });
      if (standIn === undefined) clashes.push({ from: begin, until, rostered, away: cover.away });
    }
    from = away.until;
  }
}

/** A shift of the rostered person themselves. */
function rotationShift({ rostered, span }: Turn, from: Temporal.Instant, until: Temporal.Instant): Shift {
  return { from, until, onDuty: rostered, rostered, reason: 'rotation', absences: NONE, turn: span };
}
