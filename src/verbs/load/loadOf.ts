import type { Catalog, Person } from '../../catalog';
import type { RotationRoster, Shift } from '../../roster';
import { debtsOf } from './debts';
import { carried, dutyLoads } from './dutyLoads';
import { type Covers, type Load, lengthOf, type PersonLoad } from './figures';

/**
 * Who carries how much in the window of the rosters.
 * @param rosters of all rotations, clipped to the window
 * @example
 * loadOf(catalog, rosterOfCatalog(catalog, window)).people[0];
 * // Aidil: 6 turns, PT672H on call, 28 nights, 8 weekend days, 1 holiday, 1 cover given
 */
export function loadOf(catalog: Catalog, rosters: readonly RotationRoster[]): Load {
  const shifts = rosters.flatMap((roster) => roster.shifts);
  const people = catalog.people.map((person) => personLoad(catalog, person, rosters, shifts));
  return { people, debts: debtsOf(catalog.people, shifts) };
}

function personLoad(
  catalog: Catalog,
  person: Person,
  rosters: readonly RotationRoster[],
  shifts: readonly Shift[],
): PersonLoad {
  const own = shifts.filter(({ onDuty }) => onDuty.id === person.id);
  const covers = shifts.filter(({ reason }) => reason === 'cover');
  const given = coversOf(covers.filter(({ onDuty }) => onDuty.id === person.id));
  const received = coversOf(covers.filter(({ rostered }) => rostered.id === person.id));
  const duties = dutyLoads(catalog, person, rosters);
  return {
    person,
    turns: duties.flatMap(({ rotations }) => rotations).reduce((sum, { turns }) => sum + turns, 0),
    ...carried(catalog, person, own),
    duties,
    given,
    received,
    balance: given.time.subtract(received.time),
  };
}

function coversOf(shifts: readonly Shift[]): Covers {
  return { count: shifts.length, time: lengthOf(shifts) };
}
