import type { Location } from '../diagnostic';
import { differenceText, looksOf } from '../lookAlike';
import type { Problems } from '../problems';

/** A display name and where it stands. */
export interface Named {
  readonly name: string;
  readonly location: Location;
  /** Things of one kin may share a name: a desk bears its team's. @default - it has none */
  readonly kin?: string;
}

/** What whoever shares a name may do, by what bears it. */
const WAYS_OUT = {
  object: 'give each its own name: PagerDuty tells them apart by name',
  owner: 'add what tells them apart, e.g. the family name: at night a name is all that people read',
} as const;

/**
 * Reports display names of one list that are the same, small and capital letters alike (IDEN002),
 * or that look alike (IDEN003). The first one of the list stays.
 */
export function checkUniqueNames(
  problems: Problems,
  named: readonly Named[],
  of: keyof typeof WAYS_OUT,
): void {
  const seen = new Map<string, Named[]>();
  for (const each of named) {
    const { name, location, kin } = each;
    const looks = looksOf(name);
    const first = looks
      .flatMap((look) => seen.get(look) ?? [])
      .find((other) => kin === undefined || other.kin !== kin);
    for (const look of looks) seen.set(look, [...(seen.get(look) ?? []), each]);
    if (first === undefined) continue;
    const { line } = first.location;
    const isSame = plain(name) === plain(first.name);
    problems.error(location, {
      code: isSame ? 'IDEN002' : 'IDEN003',
      message: isSame
        ? `this name stands already on line ${line}`
        : `this looks like the name on line ${line}: ${differenceText(name, first.name)}`,
      value: name,
      wayOut: WAYS_OUT[of],
    });
  }
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
