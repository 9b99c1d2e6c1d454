import type { Catalog } from '../../../catalog';
import { looksOf } from '../../../catalog/lookAlike';

/** A person or a team of a catalog. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Names of people and teams on both sides of a diff. Names differ within a side; if one looks
 * like somebody else's on the other side, the id is added, so that a change of people never
 * reads "Choo instead of Choo".
 */
export class DisplayNames {
  /** Ids of everybody whose name has this look. */
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
   * The display name.
   * @example
   * names.of(person) // 'Choo', or 'Choo (choo2)' if there is another Choo
   */
  of({ id, name }: Named): string {
    const isAlone = looksOf(name).every((look) => (this.bearers.get(look)?.size ?? 0) < 2);
    return isAlone ? name : `${name} (${id})`;
  }
}
