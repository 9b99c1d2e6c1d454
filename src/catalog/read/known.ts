import { didYouMean } from '../../text/nearest';
import type { Location } from '../diagnostic';
import type { Problem, Problems } from '../problems';

/**
 * Things by id. A thing with a reported problem has an id but no value, so that references
 * to it are not reported again; undefined if the ids cannot be read, so that no reference
 * can be checked.
 */
export type Known<T> = ReadonlyMap<string, T | undefined> | undefined;

/** True if the id certainly does not exist. */
export function isUnknown(id: string, ...known: readonly Known<unknown>[]): boolean {
  return known.every((things) => things !== undefined && !things.has(id));
}

/** Reports a reference to an id that does not exist. */
export function reportUnknown(
  problems: Problems,
  location: Location,
  reference: { code: Problem['code']; id: string; noun: string; nouns: string },
  ...known: readonly Known<unknown>[]
): void {
  const ids = known.flatMap((things) => [...(things?.keys() ?? [])]);
  problems.error(location, {
    code: reference.code,
    message: `unknown ${reference.noun}`,
    value: reference.id,
    wayOut: didYouMean(reference.id, ids, reference.nouns),
  });
}
