import type { Temporal } from 'temporal-polyfill';
import type { Organization, Person, Rotation } from '../catalog';
import { contains } from '../time/span';
import { AwayTimes } from './awayTimes';
import { candidatesAt } from './candidates';
import { inTurn } from './cover';
import { HandOffs } from './handOffs';
import { rosterOf } from './rosterOf';
import type { Absence, RotationRoster, Shift } from './shift';
import { Turns } from './turns';
import { zoneOf } from './zoneOf';

/** Who is on duty at an instant, and who is next in line. */
export interface OnDuty {
  /** The whole shift, as long as it is within its turn; none before the first version. */
  readonly shift: Shift | undefined;
  /**
   * The first of those who could stand, in the order in which they are asked, who
   * is neither on duty nor away at that instant; none where there is nobody. Before the first version, the
   * following turns are the first version's.
   */
  readonly next: Person | undefined;
}

/**
 * Who is on duty in a rotation at an instant, whatever other duties they have; see `Rosters` for those.
 * @param absencesByPerson what `absences` returned
 */
export function onDutyAt(
  rotation: Rotation,
  organization: Organization,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
  at: Temporal.Instant,
): OnDuty {
  const turns = new Turns(rotation, new HandOffs(zoneOf(rotation, organization), rotation.handOff.at));
  const rosterIn = (window: Shift['turn']) => rosterOf(rotation, organization, absencesByPerson, window);
  return onDutyIn(turns, rosterIn, () => new AwayTimes(absencesByPerson), at);
}

/**
 * The same by a rotation's turns.
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
