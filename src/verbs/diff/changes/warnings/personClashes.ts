import { encloses, isBefore } from '../../../../roster';
import { listText, spanText } from '../../../../time/localTime';
import type { Comparison } from '../comparison';
import type { Warning } from '../diff';

/** Times in which nobody stands in for somebody who is paged by name, that were not such times before, wholly (DIFF004). */
export function personClashWarnings({ before, after, window, timeZone }: Comparison): Warning[] {
  return [...after.persons].flatMap(([id, { pipeline, person, clashes }]) => {
    const old = before.persons.get(id)?.clashes ?? [];
    return clashes
      .filter((clash) => isBefore(window.from, clash.until) && !old.some((other) => encloses(other, clash)))
      .map((clash) => ({
        code: 'DIFF004' as const,
        message: `everybody whom "${pipeline.name}" could page by name (${listText(clash.away.map(({ name }) => name))}) is away ${spanText(clash, timeZone)}; ${person.name} keeps being paged while away`,
      }));
  });
}
