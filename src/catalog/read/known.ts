import { didYouMean } from '../../text/nearest';
import type { Location } from '../diagnostic';
import type { Problem, Problems } from '../problems';

/**
 * Things by id. One whose own problem is reported already is there without a value, so
 * that a reference to it is no second problem; undefined where the ids themselves cannot
 * be read, so that no reference can be judged.
 */
export type Known<T> = ReadonlyMap<string, T | undefined> | undefined;

/** True where the id certainly belongs to nothing. */
export function isUnknown(id: string, ...known: readonly Known<unknown>[]): boolean {
  return known.every((things) => things !== undefined && !things.has(id));
}

/** Reports a reference to nothing. */
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
