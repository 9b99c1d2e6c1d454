import type { Comparison } from '../comparison';
import type { Warning } from '../diff';
import { movedIds, officeWords, type WithOffice } from '../shapes';

/** Rotations, people and pipelines that name another office, with what that changes (DIFF020). */
export function officeWarnings({ before, after, names }: Comparison): Warning[] {
  const told = (
    find: (catalog: typeof after.catalog) => readonly WithOffice[],
    name: (each: WithOffice) => string,
    what: string,
  ) =>
    movedIds(find(before.catalog), find(after.catalog)).map(([was, is]): Warning => {
      const offices = `${officeWords(after.catalog, is)} instead of ${officeWords(before.catalog, was)}`;
      return { code: 'DIFF020', message: `the office of ${name(is)} is ${offices}: ${what}` };
    });
  const quoted = ({ name }: WithOffice) => `"${name}"`;
  return [
    ...told(({ rotations }) => rotations, quoted, 'its hand-offs and hours go by that clock'),
    ...told(
      ({ people }) => people,
      (person) => names.of(person),
      'their leave and holidays are local to it',
    ),
    ...told(
      ({ pipelines }) => pipelines,
      quoted,
      'its working days, deadlines and office hours are local to it',
    ),
  ];
}
