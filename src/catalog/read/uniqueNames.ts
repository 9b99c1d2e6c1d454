import type { Location } from '../diagnostic';
import type { Problems } from '../problems';

/** Reports display names that two of one kind share: PagerDuty tells them apart by name, small and capital letters alike. */
export function checkUniqueNames(
  problems: Problems,
  named: readonly { readonly name: string; readonly location: Location }[],
): void {
  const seen = new Map<string, Location>();
  for (const { name, location } of named) {
    const key = name.normalize('NFKC').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, location);
      continue;
    }
    problems.error(location, {
      code: 'IDEN002',
      message: `this name stands already on line ${first.line}`,
      value: name,
      wayOut: 'give each its own name: PagerDuty tells them apart by name',
    });
  }
}
