import type { AccountReading, NamedObject, ObjectKind, PartialObject } from '../../../deployment';
import { markedAs } from '../../../text/mark';
import { filled } from './filled';

/** An object of the data and the one that the vendor has for it. */
export interface Pair<T> {
  readonly expected: T;
  readonly object: NamedObject;
  /** Parts that are not understood are as expected. Undefined if none of it is understood. */
  readonly found: T | undefined;
}

/** Which object is which. */
export interface Pairs<T> {
  readonly pairs: readonly Pair<T>[];
  readonly missing: readonly T[];
  /** Objects that carry our mark but are not in the data. */
  readonly leftOver: readonly NamedObject[];
}

interface Keyed {
  /** Terraform address, or API id. */
  readonly key: string;
  readonly name: string;
}

/** The part of our mark that names the object's rotation or pipeline, and which of the pipeline's objects it is. */
const MARKED = /^(?:Rotation|Pipeline) ([^\s,]+)(?:, (?:person (\S+)|(low) urgency))?$/;

/** Pairs PagerDuty objects by the id in our mark, which survives renaming, else by name. */
export function pairsOf<T extends Keyed>(
  kind: ObjectKind,
  expected: readonly T[],
  readable: readonly T[],
  { objects }: Pick<AccountReading, 'objects'>,
  partial: readonly PartialObject<T>[] = [],
): Pairs<T> {
  const free = new Set(objects.filter((object) => object.kind === kind));
  const take = (fits: (object: NamedObject) => boolean) => {
    const object = [...free].find(fits);
    if (object !== undefined) free.delete(object);
    return object;
  };
  const byMark = expected.map((each) => {
    const isMarked = (object: NamedObject) => markOf(object) === idOf(each);
    return take((object) => isMarked(object) && object.name === each.name) ?? take(isMarked);
  });
  const matched = expected.map((each, index) => ({
    each,
    object: byMark[index] ?? take((object) => object.name === each.name),
  }));
  const found = (each: T, key: string) => {
    const part = partial.find((other) => other.key === key);
    return readable.find((other) => other.key === key) ?? (part && filled(each, part));
  };
  return {
    pairs: matched.flatMap(({ each, object }) =>
      object === undefined ? [] : [{ expected: each, object, found: found(each, object.key) }],
    ),
    missing: matched.filter(({ object }) => object === undefined).map(({ each }) => each),
    leftOver: [...free].filter((object) => markOf(object) !== undefined),
  };
}

/** The data's key of a vendor's object; undefined if the object is not ours. */
export function expectedKey<T extends Keyed>({ pairs }: Pairs<T>, key: string): string | undefined {
  return pairs.find(({ object }) => object.key === key)?.expected.key;
}

function markOf({ description }: NamedObject): string | undefined {
  const [, ...ids] = MARKED.exec(markedAs(description) ?? '') ?? [];
  return ids.length === 0 ? undefined : ids.filter((id) => id !== undefined).join('__');
}

function idOf({ key }: Keyed): string {
  return key.slice(key.indexOf('.') + 1);
}
