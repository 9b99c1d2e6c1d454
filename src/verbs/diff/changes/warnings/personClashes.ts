import { encloses, isBefore } from '../../../../roster';
import { listText, spanText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';

/** Times when nobody can cover for a person paged by name, unless all of it was such a time before (DIFF004). */
export function personClashWarnings({ before, after, window, timeZone }: Comparison): Warning[] {
  return [...after.persons].flatMap(([id, { pipeline, person, clashes }]) => {
    const old = before.persons.get(id)?.clashes ?? [];
    return clashes
      .filter((clash) => isBefore(window.from, clash.until) && !old.some((other) => encloses(other, clash)))
      .map((clash) => ({
        code: 'DIFF004' as const,
        message: `everybody whom "${pipeline.name}" could page by name (${listText(clash.away.map(({ name }) => name))}) is away ${spanText(clash, timeZone)}; ${person.name} is still paged while away`,
      }));
  });
}
