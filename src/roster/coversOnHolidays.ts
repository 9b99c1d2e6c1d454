import type { Holiday, Leave, Person } from '../catalog';
import { common, overlap, type Span } from '../time/span';
import { agreedTimes } from './absentCovers';
import type { Absence, RotationRoster } from './shift';

/** A time in which somebody stands in as agreed, on a holiday that they observe. */
export interface CoverOnHoliday extends Span {
  /** Whose watch it is. */
  readonly rostered: Person;
  readonly standIn: Person;
  readonly holidays: readonly Holiday[];
  readonly leave: Leave;
}

/**
 * Where somebody stands in on a day that they take off: agreed is agreed, and whoever
 * agreed may not have thought of the day.
 * @param absencesByPerson what `absences` returned
 */
export function coversOnHolidays(
  { shifts }: RotationRoster,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
): readonly CoverOnHoliday[] {
  return shifts
    .filter(({ reason }) => reason === 'cover')
    .flatMap((shift) =>
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
