/** Words of an escalation that no person, team or duty may have as an id. */
const RESERVED = ['primary', 'secondary'];
/** In characters: leaves room for a number, and for what Terraform appends. */
const MAX_LENGTH = 50;

/** Makes unique ids from names. */
export class Ids {
  private readonly taken: Set<string>;

  /** @param taken ids that exist already */
  constructor(taken: readonly string[] = []) {
    this.taken = new Set([...RESERVED, ...taken]);
  }

  /**
   * An id for a name: its words in lower case, without accents.
   * @param fallback for a name without a letter from a to z
   * @example
   * new Ids().of('José Müller', 'person') // 'jose-muller'
   */
  of(name: string, fallback: string): string {
    const words = plainWords(name) || fallback;
    let id = words;
    for (let number = 2; this.taken.has(id); number += 1) id = `${words}-${number}`;
    this.taken.add(id);
    return id;
  }
}

/** The words of a text in the form of an id; empty if it has no letter from a to z. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '');
}
