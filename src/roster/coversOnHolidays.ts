import type { Holiday, Leave, Person } from '../catalog';
import { common, overlap, type Span } from '../time/span';
import { agreedTimes } from './absentCovers';
import type { Absence, RotationRoster } from './shift';

/** A time in which an agreed cover is on call on a holiday that they observe. */
export interface CoverOnHoliday extends Span {
  /** Whose turn it is. */
  readonly rostered: Person;
  /** Who covers. */
  readonly standIn: Person;
  /** The holidays that the cover observes then. */
  readonly holidays: readonly Holiday[];
  /** The leave that names the cover. */
  readonly leave: Leave;
}

/**
 * Finds agreed covers on days that the cover takes off: the agreement holds, but they may not
 * have had that day in mind.
 * @param absencesByPerson what `absences` returned
 */
export function coversOnHolidays(
  { shifts }: RotationRoster,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
): readonly CoverOnHoliday[] {
  return shifts.flatMap((shift) =>
    agreedTimes(shift)
      .filter(({ agreed }) => agreed === shift.onDuty)
      .flatMap(({ leave, agreed, ...time }) =>
        (absencesByPerson.get(agreed.id) ?? []).flatMap((absence) =>
          absence.kind === 'holiday' && overlap(absence, time)
            ? [
                {
                  ...common(absence, time),
                  rostered: shift.rostered,
                  standIn: agreed,
                  holidays: absence.holidays,
                  leave,
                },
              ]
            : [],
        ),
      ),
  );
}
