import { distance } from 'fastest-levenshtein';
import { shown } from './visible';

/** Most names that a hint lists. */
const MAX_LISTED = 8;

/** The known name that was probably meant; undefined if none is close enough. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  const wanted = given.slice(0, 100).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(wanted.length > 3 ? 2 : 1, Math.floor(wanted.length / 4)) + 1;
  for (const name of known) {
    const apart = distance(wanted, name.toLowerCase());
    if (apart < bestDistance && apart < name.length) {
      best = name;
      bestDistance = apart;
    }
  }
  return best;
}

/**
 * The hint for an unknown name.
 * @param noun what was expected, in the plural
 * @example
 * didYouMean('aidl', ['aidil', 'choo'], 'people') // 'did you mean "aidil"?'
 */
export function didYouMean(given: string, known: Iterable<string>, noun: string): string {
  const names = [...new Set(known)];
  const best = nearest(given, names);
  if (best !== undefined) return `did you mean ${shown(best)}?`;
  if (names.length === 0) return `there are no ${noun} yet: add it first`;
  const listed = names.slice(0, MAX_LISTED).join(', ');
  return `use one of the ${noun}: ${listed}${names.length > MAX_LISTED ? ', …' : ''}`;
}
