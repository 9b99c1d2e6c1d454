import { markedAs } from '../../../text/mark';
import { shown, visible } from '../../../text/visible';
import type { Change } from '../../drift/differences';
import { type Resource, textIn } from './resource';

/** The result of looking for one resource in a vendor's account. */
export type Match = Found | Undecided | None;

/** The object that the resource takes over. */
export interface Found {
  readonly kind: 'found';
  /** The vendor's id of the object, by which others refer to it. */
  readonly id: string;
  /** The id by which its Terraform provider imports it. */
  readonly importId: string;
  /** Its name in the vendor's account. */
  readonly called: string;
  /** What the next deploy changes on it, as far as its finder can tell. */
  readonly changes: readonly Change[];
}

/** Several objects match, or the only match belongs to something else; a person has to decide. */
export interface Undecided {
  readonly kind: 'undecided';
  /** What was found, with ids. */
  readonly problem: string;
  /** What a person has to do. */
  readonly wayOut: string;
  /** Commands for Terraform or OpenTofu that do so. @default - none */
  readonly command?: string;
}

/** No object matches. */
interface None {
  readonly kind: 'none';
  /** Ids of the account's objects of that kind, one of which may be meant. @default - none can be */
  readonly others?: readonly string[];
}

/** No object matches, and no other can be meant. */
export const NONE: Match = { kind: 'none' };

/** An object of an account that a resource may take over. */
export interface Candidate {
  readonly id: string;
  readonly called: string;
  /** Texts of the object, by the name of the resource's attribute. @default - none is compared */
  readonly texts?: Readonly<Record<string, string | null | undefined>>;
  /** Other changes. @default - none */
  readonly changes?: readonly Change[];
  /** @default - the id */
  readonly importId?: string;
}

/** The only candidate; `none` without candidates; undecided if there are several, or it is another's. */
export function oneOf(resource: Resource, candidates: readonly Candidate[]): Match {
  const [only, ...others] = candidates;
  if (only === undefined) return NONE;
  if (others.length > 0) return several(resource, candidates);
  const own = markIn(resource.attributes['description']);
  const theirs = markIn(only.texts?.['description']);
  if (own !== undefined && theirs !== undefined && own !== theirs) {
    return takenByAnother(resource, only, shown(theirs));
  }
  return {
    kind: 'found',
    id: only.id,
    importId: only.importId ?? only.id,
    called: only.called,
    changes: [...textChanges(resource, only.texts ?? {}), ...(only.changes ?? [])],
  };
}

/** An object that Watchbill deployed at another address: the deploy that imports it here would delete it there. */
export function takenByAnother(
  { stack, address }: Resource,
  { id, called }: Candidate,
  whose: string,
): Undecided {
  return {
    kind: 'undecided',
    problem: `${shown(called)} (${id}) was deployed by Watchbill as another object: ${whose}`,
    wayOut: 'rename or delete the object; or, if an id of the data was renamed, run:',
    command: `-chdir=cdktf.out/stacks/${stack} state mv OLD ${address}`,
  };
}

function several({ stack, address }: Resource, candidates: readonly Candidate[]): Undecided {
  const [first] = candidates;
  return {
    kind: 'undecided',
    problem: `${candidates.length} objects match: ${candidates.map(({ id }) => id).join(', ')} (${shown(first?.called)})`,
    wayOut: 'delete or rename all but one; if one of them is deployed, keep the one that this shows:',
    command: `-chdir=cdktf.out/stacks/${stack} state show '${address}'`,
  };
}

function textChanges(resource: Resource, texts: NonNullable<Candidate['texts']>): Change[] {
  return Object.entries(texts).flatMap(([attribute, text]) => {
    const expected = textIn(resource, attribute);
    if (expected === undefined || expected === (text ?? '')) return [];
    return [{ label: attribute.replaceAll('_', ' '), found: quoted(text ?? ''), expected: quoted(expected) }];
  });
}

/** A whole text in quotes; `nothing` for an empty one. */
function quoted(text: string): string {
  return text === '' ? 'nothing' : visible(JSON.stringify(text));
}

function markIn(description: unknown): string | undefined {
  return typeof description === 'string' ? markedAs(description) : undefined;
}
