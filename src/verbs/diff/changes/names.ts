import type { Catalog } from '../../../catalog';
import type { Comparison } from './comparison';
import type { NameChange } from './diff';

/** Display names that change while the id stays: of pipelines, rotations, teams, desks and people. */
export function nameChanges({ before, after }: Comparison): NameChange[] {
  const was = new Map(namesOf(before.catalog).map((each) => [keyOf(each), each.name]));
  return namesOf(after.catalog).flatMap((each) => {
    const { what, id, name } = each;
    const old = was.get(keyOf(each));
    return old === undefined || old === name ? [] : [{ what, id, before: old, after: name }];
  });
}

interface Name extends Pick<NameChange, 'what' | 'id'> {
  readonly name: string;
}

function namesOf({ pipelines, rotations, teams, people }: Catalog): Name[] {
  const named =
    (what: NameChange['what']) =>
    ({ id, name }: { readonly id: string; readonly name: string }): Name => ({ what, id, name });
  return [
    ...pipelines.map(named('pipeline')),
    ...rotations.map(named('rotation')),
    ...teams.map(named('team')),
    ...teams.flatMap(({ id, desk }) => (desk === undefined ? [] : named('desk')({ id, name: desk.name }))),
    ...people.map(named('person')),
  ];
}

function keyOf({ what, id }: Name): string {
  return `${what} ${id}`;
}
