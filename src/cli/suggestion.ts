import { nearest } from '../catalog/nearest';
import { UsageError } from './exitCode';

/** Most ids that are listed where none is close. */
const MOST = 8;

/**
 * The entity with an id that a person typed.
 * @throws UsageError naming the id that is close, or those that hold what was typed; else all
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
  throw new UsageError(`unknown ${noun} ${JSON.stringify(id)}: ${hint(noun, ids, id)}`);
}

function hint(noun: string, ids: readonly string[], id: string): string {
  if (ids.length === 0) return `there is no ${noun}`;
  const close = nearest(id, ids);
  const meant = close === undefined ? ids.filter((known) => id !== '' && known.includes(id)) : [close];
  if (meant.length > 0)
    return `did you mean ${listed(
      meant.map((each) => `"${each}"`),
      ' or ',
    )}?`;
  return `there ${ids.length === 1 ? 'is' : 'are'} ${listed(ids, ' and ')}`;
}

function listed(ids: readonly string[], last: string): string {
  if (ids.length > MOST) return `${ids.slice(0, MOST).join(', ')}, …`;
  return ids.length === 1 ? ids.join() : `${ids.slice(0, -1).join(', ')}${last}${ids.at(-1)}`;
}
