import type { Leave, Person } from '../catalog';
import { common, isBefore, type Span } from '../time/span';
import { absencesFor } from './absencesFor';
import { AwayTimes } from './awayTimes';
import type { Absence, RotationRoster, Shift } from './shift';

/** A time in which the cover that a leave names is away, so that somebody else covers. */
export interface AbsentCover extends Span {
  /** Whose turn it is. */
  readonly rostered: Person;
  /** The cover that the leave names. */
  readonly agreed: Person;
  /** Who covers instead. */
  readonly onDuty: Person;
  /** The leave that names the cover. */
  readonly leave: Leave;
}

/**
 * Finds agreed covers who are on leave themselves, so that the next person by the rules covers:
 * everybody involved should know before that night. If nobody is left, it is a clash instead.
 * @param absencesByPerson what `absences` returned
 * @returns in order; times that meet are joined unless somebody changes
 */
export function absentCovers(
  { rotation, shifts }: RotationRoster,
  absencesByPerson: ReadonlyMap<string, readonly Absence[]>,
): readonly AbsentCover[] {
  const awayTimes = new AwayTimes(absencesFor(absencesByPerson, rotation));
  const found: AbsentCover[] = [];
  for (const shift of shifts) {
    if (shift.reason !== 'cover') continue;
    for (const { leave, agreed, ...time } of agreedTimes(shift)) {
      for (const away of awayWithin(agreed, time, awayTimes)) {
        const { rostered, onDuty } = shift;
        const last = found.findLast((each) => each.leave === leave);
        if (last?.onDuty === onDuty && last.until.equals(away.from)) {
          found[found.indexOf(last)] = { ...last, until: away.until };
        } else found.push({ ...away, rostered, agreed, onDuty, leave });
      }
    }
  }
  return found;
}

/** The times of a shift for which a leave of the rostered person names a cover. */
export function agreedTimes(
  shift: Shift,
): readonly (Span & { readonly leave: Leave; readonly agreed: Person })[] {
  return shift.absences.flatMap((absence) => {
    if (absence.kind !== 'leave' || absence.leave.cover === undefined) return [];
    const { leave } = absence;
    return [{ ...common(shift, leave), leave, agreed: absence.leave.cover }];
  });
}

function awayWithin(person: Person, within: Span, awayTimes: AwayTimes): readonly Span[] {
  const times: Span[] = [];
  let { from } = within;
  while (isBefore(from, within.until)) {
    const away = awayTimes.agreedRunningOrNext(person, from);
    if (away === undefined || !isBefore(away.from, within.until)) break;
    times.push(common(away, within));
    from = away.until;
  }
  return times;
}
