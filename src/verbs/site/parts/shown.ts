import type { Person, Pipeline } from '../../../catalog';
import type { SiteView } from '../view';
import { peopleIn } from './shiftRows';

/** The people in the roster, and the pipelines that page them. */
export function shownIn({ catalog, rotations, persons }: SiteView): {
  readonly people: readonly Person[];
  readonly pipelines: readonly Pipeline[];
} {
  const seen = new Set([
    ...rotations.flatMap(({ roster }) => peopleIn(roster)),
    ...persons.map(({ person }) => person.id),
  ]);
  return {
    people: catalog.people.filter(({ id }) => seen.has(id)),
    pipelines: catalog.pipelines.filter(({ coverage }) => coverage === 'on-call'),
  };
}
