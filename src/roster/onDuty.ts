import type { Temporal } from 'temporal-polyfill';
import type { Organization, Person, Rotation } from '../catalog';
import { contains } from '../time/span';
import { absencesFor } from './absencesFor';
import { AwayTimes } from './awayTimes';
import { candidatesAt } from './candidates';
import { inTurn } from './cover';
import { rosterOf } from './rosterOf';
import type { Absence, RotationRoster, Shift } from './shift';
import { type Turns, turnsOf } from './turns';

/** Who is on call in a rotation at an instant, and who is next in line. */
export interface OnDuty {
  /** The whole shift, as far as it is within its turn; undefined if nobody is on call. */
  readonly shift: Shift | undefined;
  /**
   * The first candidate, in order of precedence, who is neither on call nor away at that instant;
   * undefined if there is none. Before the first version, its turns are those that follow.
   */
  readonly next: Person | undefined;
}

/**
 * Who is on call in a rotation at an instant, regardless of other duties; see `Rosters` for those.
 * @param absencesByPerson what `absences` returned
 */
export function onDutyAt(
  rotation: Rotation,
  organization: Organization,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  at: Temporal.Instant,
): OnDuty {
  const turns = turnsOf(rotation, organization);
  const rosterIn = (window: Shift['turn']) => rosterOf(rotation, organization, absencesByPerson, window);
  return onDutyIn(turns, rosterIn, () => new AwayTimes(absencesFor(absencesByPerson, rotation.id)), at);
}

/**
 * The same, from a rotation's turns.
 * @param rosterIn its roster in a window
 * @param awayIn who is away for it in a window
 */
export function onDutyIn(
  turns: Turns,
  rosterIn: (window: Shift['turn']) => RotationRoster,
  awayIn: (window: Shift['turn']) => AwayTimes,
  at: Temporal.Instant,
): OnDuty {
  const turn = turns.at(at);
  const window = turn?.span ?? { from: at, until: at.add({ nanoseconds: 1 }) };
  const shift = turn && rosterIn(window).shifts.find((candidate) => contains(candidate, at));
  const people = turn === undefined ? turns.peopleAfter(undefined) : inTurn(turn, turns);
  for (const { person, isAway } of candidatesAt(people, awayIn(window), at)) {
    if (person !== shift?.onDuty && !isAway) return { shift, next: person };
  }
  return { shift, next: undefined };
}
