import type { AccountReading, NamedObject, ObjectKind, PartialObject } from '../../../deployment';
import { markedAs } from '../../../text/mark';
import { filled } from './filled';

/** An object of the data and the one that the vendor has for it. */
export interface Pair<T> {
  readonly expected: T;
  readonly object: NamedObject;
  /** What is not understood of it is as expected. @default - nothing of it is understood */
  readonly found: T | undefined;
}

/** What of the data is there, what is not, and what is there beside it. */
export interface Pairs<T> {
  readonly pairs: readonly Pair<T>[];
  readonly missing: readonly T[];
  /** Objects that bear our mark. */
  readonly leftOver: readonly NamedObject[];
}

interface Keyed {
  /** Terraform address, or API id. */
  readonly key: string;
  readonly name: string;
}

/** What our mark says of an object that is paired: which rotation or pipeline of the data it is. */
const MARKED = /^(?:Rotation|Pipeline) (\S+)$/;

/**
 * Pairs objects of PagerDuty by the id in our mark, which outlives a change of the
 * name, else by the name.
 */
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

/** The key of the data's object for one of the vendor's; none where it is none of ours. */
export function expectedKey<T extends Keyed>({ pairs }: Pairs<T>, key: string): string | undefined {
  return pairs.find(({ object }) => object.key === key)?.expected.key;
}

function markOf({ description }: NamedObject): string | undefined {
  return MARKED.exec(markedAs(description) ?? '')?.[1];
}

function idOf({ key }: Keyed): string {
  return key.slice(key.indexOf('.') + 1);
}
