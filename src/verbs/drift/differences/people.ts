import type { Catalog } from '../../../catalog';
import { emailKey } from '../../../text/email';

/** The people and desks of the data by log-in, whose case does not matter. */
export class People {
  private readonly known: ReadonlyMap<string, { readonly id: string; readonly name: string }>;

  constructor({ people, teams }: Catalog) {
    const desks = teams.flatMap(({ id, desk }) => (desk === undefined ? [] : [{ id, ...desk }]));
    this.known = new Map([...people, ...desks].map(({ id, name, email }) => [emailKey(email), { id, name }]));
  }

  /** The name for a log-in; `nobody` for undefined, the log-in itself if the data does not know it. */
  name(email: string | undefined): string {
    if (email === undefined) return 'nobody';
    return this.known.get(emailKey(email))?.name ?? email;
  }

  /** The name for a log-in; undefined if the data does not know it. */
  knownName(email: string): string | undefined {
    return this.known.get(emailKey(email))?.name;
  }

  /** The id for a log-in; the log-in itself if the data does not know it. */
  id(email: string): string {
    return this.known.get(emailKey(email))?.id ?? email;
  }
}
