import { type Catalog, officeOf, type Person } from '../../catalog';
import type { RotationRoster, Span } from '../../roster';
import { merged } from '../../time/pieces';
import { type Carried, type DutyLoad, lengthOf, type RotationLoad } from './figures';
import { touchedDays } from './touchedDays';

/** What a person carries in each duty and each of its rotations, in the window of the rosters. */
export function dutyLoads(
  catalog: Catalog,
  person: Person,
  rosters: readonly RotationRoster[],
): readonly DutyLoad[] {
  return catalog.organization.duties.flatMap((duty) => {
    const own = catalog.rotations
      .filter((rotation) => rotation.duty === duty)
      .flatMap((rotation) => {
        const roster = rosters.find((each) => each.rotation === rotation.id);
        const shifts = roster?.shifts.filter(({ onDuty }) => onDuty.id === person.id) ?? [];
        return shifts.length === 0 ? [] : [{ rotation, shifts }];
      });
    if (own.length === 0) return [];
    const rotations = own.map(({ rotation, shifts }): RotationLoad => {
      const turns = new Set(shifts.map(({ turn }) => turn.from.epochNanoseconds)).size;
      return { rotation, turns, ...carried(catalog, person, shifts) };
    });
    const all = own.flatMap(({ shifts }) => shifts);
    return [{ duty, ...carried(catalog, person, all), rotations }];
  });
}

/** What a person carries in times on call, local to their office. */
export function carried(catalog: Catalog, person: Person, times: readonly Span[]): Carried {
  const whole = merged(times);
  return { onCall: lengthOf(whole), ...touchedDays(officeOf(catalog, person), whole) };
}
