import type { Catalog } from '../../../catalog';
import { looksOf } from '../../../catalog/lookAlike';

/** Somebody or a team, as a catalog has them. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Names of people and teams of both sides of a diff. Within one side all of them differ; where
 * one of the other side looks like another's, the id is told besides, lest a change of people
 * read "Choo instead of Choo".
 */
export class DisplayNames {
  /** Ids of whoever bears a name that looks like this. */
  private readonly bearers = new Map<string, Set<string>>();

  constructor(catalogs: readonly Pick<Catalog, 'people' | 'teams'>[]) {
    for (const { people, teams } of catalogs) {
      for (const { id, name } of [...people, ...teams]) {
        for (const look of looksOf(name)) {
          this.bearers.set(look, (this.bearers.get(look) ?? new Set()).add(id));
        }
      }
    }
  }

  /**
   * @example
   * names.of(person) // 'Choo', or where there is another one: 'Choo (choo2)'
   */
  of({ id, name }: Named): string {
    const isAlone = looksOf(name).every((look) => (this.bearers.get(look)?.size ?? 0) < 2);
    return isAlone ? name : `${name} (${id})`;
  }
}
