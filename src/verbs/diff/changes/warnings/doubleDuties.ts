import type { Person } from '../../../../catalog';
import { common, encloses, isBefore, type RotationRoster, type Span } from '../../../../roster';
import { spanText } from '../../../../time/localTime';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** A time when one person is on call in two rotations. */
interface DoubleDuty extends Span {
  readonly person: Person;
  /** The person and both rotations. */
  readonly key: string;
  readonly rotations: readonly [string, string];
}

/** People on call in two rotations at once who were not at that time before (DIFF009). */
export function doubleDutyWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone } = comparison;
  const old = byKey(doubleDuties(before, window));
  const added = doubleDuties(after, window).filter(
    (each) => !old.get(each.key)?.some((other) => encloses(other, each)),
  );
  return [...byKey(added).values()].flatMap((own): Warning[] => {
    const [first] = own;
    if (first === undefined) return [];
    const where = first.rotations.map((rotation) => rotationText(comparison, rotation)).join(' and ');
    const times = own.length === 1 ? '' : `${own.length} times, first `;
    const message = `${comparison.names.of(first.person)} is now on call in ${where} at once, ${times}${spanText(first, timeZone)}`;
    return [{ code: 'DIFF009', message }];
  });
}

function byKey(duties: readonly DoubleDuty[]): ReadonlyMap<string, readonly DoubleDuty[]> {
  const groups = new Map<string, DoubleDuty[]>();
  for (const duty of duties) {
    const group = groups.get(duty.key);
    if (group === undefined) groups.set(duty.key, [duty]);
    else group.push(duty);
  }
  return groups;
}

/** By pair of rotations and in order, with adjoining times merged. */
function doubleDuties({ rosters }: RosteredSide, window: Span): readonly DoubleDuty[] {
  const all = [...rosters.values()];
  return all.flatMap((one, index) => all.slice(index + 1).flatMap((other) => shared(one, other, window)));
}

function shared(one: RotationRoster, other: RotationRoster, window: Span): readonly DoubleDuty[] {
  const times: DoubleDuty[] = [];
  for (const shift of one.shifts) {
    for (const otherShift of other.shifts) {
      if (shift.onDuty.id !== otherShift.onDuty.id) continue;
      const { from, until } = common(common(shift, otherShift), window);
      if (!isBefore(from, until)) continue;
      const key = [shift.onDuty.id, one.rotation, other.rotation].join(' ');
      const last = times.findLast((each) => each.key === key);
      if (last?.until.equals(from)) times[times.indexOf(last)] = { ...last, until };
      else times.push({ from, until, person: shift.onDuty, key, rotations: [one.rotation, other.rotation] });
    }
  }
  return times;
}
