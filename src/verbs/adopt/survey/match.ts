import { markedAs } from '../../../text/mark';
import { shown } from '../../../text/visible';
import type { Resource } from './resource';

/** What a vendor's account has for one resource. */
export type Match = Found | Undecided | { readonly kind: 'none' };

/** The one object that the resource stands for. */
export interface Found {
  readonly kind: 'found';
  /** The vendor's id of the object itself, by which others refer to it. */
  readonly id: string;
  /** What its Terraform provider imports it by. */
  readonly importId: string;
  /** What it is called in the vendor. */
  readonly called: string;
}

/** Several objects could be meant, or the one that could belongs to something else. Nobody guesses. */
export interface Undecided {
  readonly kind: 'undecided';
  /** What is there, with ids. */
  readonly problem: string;
  /** What a person has to do. */
  readonly wayOut: string;
}

/** Nothing like the resource exists. */
export const NONE: Match = { kind: 'none' };

/** An object of an account that a resource may stand for. */
export interface Candidate {
  readonly id: string;
  readonly called: string;
  /** @default - it has none, or it does not matter */
  readonly description?: string | null | undefined;
  /** @default - the id */
  readonly importId?: string;
}

/** The one candidate, none, or a problem that names them all. */
export function oneOf(resource: Resource, candidates: readonly Candidate[]): Match {
  const [only, ...others] = candidates;
  if (only === undefined) return NONE;
  if (others.length > 0) return several(resource, candidates);
  const own = ownName(resource.attributes['description']);
  const theirs = ownName(only.description);
  if (own !== undefined && theirs !== undefined && own !== theirs) {
    return elsewhere(resource, only, shown(theirs));
  }
  return { kind: 'found', id: only.id, importId: only.importId ?? only.id, called: only.called };
}

/**
 * An object that another address of ours stands for: adopted, it would be deleted with
 * that address on the same day.
 */
export function elsewhere({ address }: Resource, { id, called }: Candidate, whose: string): Undecided {
  return {
    kind: 'undecided',
    problem: `${shown(called)} (${id}) was deployed by Watchbill as another object: ${whose}`,
    wayOut: `where an id of the data was renamed, terraform state mv OLD ${address}; otherwise rename or delete it`,
  };
}

function several({ stack, address }: Resource, candidates: readonly Candidate[]): Undecided {
  const [first] = candidates;
  return {
    kind: 'undecided',
    problem: `${candidates.length} objects could be meant: ${candidates.map(({ id }) => id).join(', ')} (${shown(first?.called)})`,
    wayOut: `delete or rename all but one; if one is deployed, terraform -chdir=cdktf.out/stacks/${stack} state show '${address}' names the one to keep`,
  };
}

function ownName(description: unknown): string | undefined {
  return typeof description === 'string' ? markedAs(description) : undefined;
}
