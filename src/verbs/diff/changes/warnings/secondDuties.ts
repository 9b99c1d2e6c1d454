import type { Person, Rotation } from '../../../../catalog';
import { isBefore, later } from '../../../../roster';
import { listText, timeText } from '../../../../time/localTime';
import type { Comparison, RosteredSide } from '../comparison';
import type { Warning } from '../diff';

/** People with turns in several duties who had no turns in one of them before (DIFF017). */
export function secondDutyWarnings(comparison: Comparison): Warning[] {
  const { before, after, window, timeZone, isNewTeam, names } = comparison;
  if (isNewTeam) return [];
  const { duties } = after.catalog.organization;
  const old = dutiesOf(before);
  return [...dutiesOf(after).values()].flatMap(({ person, rotations }): Warning[] => {
    const known = new Set(old.get(person.id)?.rotations.map(({ rotation }) => rotation.duty));
    const held = new Set(rotations.map(({ rotation }) => rotation.duty));
    const added = rotations.filter(({ rotation }) => !known.has(rotation.duty));
    const [first] = [...added].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1));
    if (held.size < 2 || first === undefined) return [];
    const where = duties
      .filter((duty) => held.has(duty))
      .map((duty) => {
        const own = rotations.filter(({ rotation }) => rotation.duty === duty);
        return `${duty} in ${listText(own.map(({ rotation }) => `"${rotation.name}"`))}`;
      });
    const when = timeText(later(first.from, window.from), timeZone);
    const message = `${names.of(person)} now has turns in ${held.size} duties: ${listText(where)}; ${first.rotation.duty} begins on ${when}`;
    return [{ code: 'DIFF017', message }];
  });
}

interface DutiesOf {
  readonly person: Person;
  readonly rotations: readonly { readonly rotation: Rotation; readonly from: Watched['from'] }[];
}

type Watched = Comparison['window'];

/** The rotations in which somebody is rostered up to the horizon, each with the first time. */
function dutiesOf({ catalog, rosters }: RosteredSide): ReadonlyMap<string, DutiesOf> {
  const found = new Map<string, DutiesOf>();
  for (const rotation of catalog.rotations) {
    const seen = new Set<string>();
    for (const { rostered, from } of rosters.get(rotation.id)?.shifts ?? []) {
      if (seen.has(rostered.id)) continue;
      seen.add(rostered.id);
      const known = found.get(rostered.id)?.rotations ?? [];
      found.set(rostered.id, { person: rostered, rotations: [...known, { rotation, from }] });
    }
  }
  return found;
}
