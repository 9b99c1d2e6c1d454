import type { Catalog } from '../../../catalog';
import { emailKey } from '../../../text/email';

/** Whoever is known by a log-in: a person or a team's desk; e-mails are compared without regard to case. */
export class People {
  private readonly known: ReadonlyMap<string, { readonly id: string; readonly name: string }>;

  constructor({ people, teams }: Catalog) {
    const desks = teams.flatMap(({ id, desk }) => (desk === undefined ? [] : [{ id, ...desk }]));
    this.known = new Map([...people, ...desks].map(({ id, name, email }) => [emailKey(email), { id, name }]));
  }

  /** A name; a log-in that the data does not know as it is; `nobody`. */
  name(email: string | undefined): string {
    if (email === undefined) return 'nobody';
    return this.known.get(emailKey(email))?.name ?? email;
  }

  /** A name; none for a log-in that the data does not know. */
  knownName(email: string): string | undefined {
    return this.known.get(email.toLowerCase())?.name;
  }

  /** An id of the data; a log-in that the data does not know as it is. */
  id(email: string): string {
    return this.known.get(emailKey(email))?.id ?? email;
  }
}
