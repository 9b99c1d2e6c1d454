import type { Person } from '../../../../catalog';
import { common, encloses, isBefore, type RotationRoster, type Span } from '../../../../roster';
import { spanText } from '../../../../time/localTime';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';
import { rotationText } from './phrases';

/** A time in which one person stands in two rotations. */
interface DoubleWatch extends Span {
  readonly person: Person;
  /** The person and both rotations. */
  readonly key: string;
  readonly rotations: readonly [string, string];
}

/** Somebody who stands in two rotations at once and did not at that time before (DIFF009). */
export function doubleWatchWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone } = comparison;
  const old = byKey(doubleWatches(before, window));
  const added = doubleWatches(after, window).filter(
    (each) => !old.get(each.key)?.some((other) => encloses(other, each)),
  );
  return [...byKey(added).values()].flatMap((own): Warning[] => {
    const [first] = own;
    if (first === undefined) return [];
    const where = first.rotations.map((rotation) => rotationText(comparison, rotation)).join(' and ');
    const times = own.length === 1 ? '' : `${own.length} times, first `;
    const message = `${comparison.names.of(first.person)} now stands in ${where} at once, ${times}${spanText(first, timeZone)}`;
    return [{ code: 'DIFF009', message }];
  });
}

function byKey(watches: readonly DoubleWatch[]): ReadonlyMap<string, readonly DoubleWatch[]> {
  const groups = new Map<string, DoubleWatch[]>();
  for (const watch of watches) {
    const group = groups.get(watch.key);
    if (group === undefined) groups.set(watch.key, [watch]);
    else group.push(watch);
  }
  return groups;
}

/** By pair of rotations and in order; times that meet are one. */
function doubleWatches({ rosters }: RosteredSide, window: Span): readonly DoubleWatch[] {
  const all = [...rosters.values()];
  return all.flatMap((one, index) => all.slice(index + 1).flatMap((other) => shared(one, other, window)));
}

function shared(one: RotationRoster, other: RotationRoster, window: Span): readonly DoubleWatch[] {
  const times: DoubleWatch[] = [];
  for (const shift of one.shifts) {
    for (const beside of other.shifts) {
      if (shift.onDuty.id !== beside.onDuty.id) continue;
      const { from, until } = common(common(shift, beside), window);
      if (!isBefore(from, until)) continue;
      const key = [shift.onDuty.id, one.rotation, other.rotation].join(' ');
      const last = times.findLast((each) => each.key === key);
      if (last?.until.equals(from)) times[times.indexOf(last)] = { ...last, until };
      else times.push({ from, until, person: shift.onDuty, key, rotations: [one.rotation, other.rotation] });
    }
  }
  return times;
}
