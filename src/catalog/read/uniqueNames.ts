import type { Location } from '../diagnostic';
import { differenceText, looksOf } from '../lookAlike';
import type { Problems } from '../problems';

/** A display name and where it is. */
export interface Named {
  readonly name: string;
  readonly location: Location;
  /** Names of the same kin may be equal: a desk may have its team's name. @default - no kin */
  readonly kin?: string;
}

/** The fix, by what has the name. */
const WAYS_OUT = {
  object: 'give each its own name: PagerDuty identifies them by name',
  owner: 'add something that distinguishes them, e.g. a family name: at night, people read names only',
} as const;

/**
 * Reports display names that are the same except for case (IDEN002) or look alike (IDEN003).
 * Of two, the second is reported.
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
        ? `this name is already used on line ${line}`
        : `this name looks like the one on line ${line}: ${differenceText(name, first.name)}`,
      value: name,
      wayOut: WAYS_OUT[of],
    });
  }
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
