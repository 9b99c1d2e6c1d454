import { closest } from 'fastest-levenshtein';
import { UsageError } from './exitCode';

/**
 * The entity with an id that a person typed.
 * @throws UsageError naming the nearest known id
 * @example
 * findById('person', [{ id: 'aidil' }], 'aidl') // UsageError: unknown person "aidl": did you mean "aidil"?
 */
export function findById<T extends { readonly id: string }>(
  noun: string,
  known: readonly T[],
  id: string,
): T {
  const found = known.find((entity) => entity.id === id);
  if (found !== undefined) return found;
  const ids = known.map((entity) => entity.id);
  const hint = ids.length === 0 ? `there is no ${noun}` : `did you mean "${closest(id, ids)}"?`;
  throw new UsageError(`unknown ${noun} ${JSON.stringify(id)}: ${hint}`);
}
