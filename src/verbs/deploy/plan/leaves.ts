/** A value that is known only after the apply. */
export const UNKNOWN = Symbol('known after the apply');
/** A value that nobody may see. */
export const SECRET = Symbol('a secret');

/** The single values of an object by their paths, e.g. `rule.0.target.1.id`. */
export type Leaves = ReadonlyMap<string, unknown>;

/** Where values are secret or not known yet, as Terraform marks it: true, or the same shape. */
export interface Marks {
  readonly unknown?: unknown;
  readonly secret?: readonly unknown[];
}

/**
 * The values of an object that the synthesized Terraform sets: what providers add, such as ids and
 * rendered schedules, is left out, and so is whatever is empty.
 * @param wanted what was synthesized @default - everything counts
 */
export function leavesOf(
  value: unknown,
  wanted: unknown,
  { unknown = false, secret = [] }: Marks = {},
): Leaves {
  const leaves = new Map<string, unknown>();
  const walk = (
    path: string,
    each: unknown,
    shape: unknown,
    isUnknown: unknown,
    marks: readonly unknown[],
  ) => {
    if (marks.includes(true)) {
      leaves.set(path, SECRET);
    } else if (isUnknown === true) {
      leaves.set(path, UNKNOWN);
    } else if (typeof each === 'object' || typeof isUnknown === 'object') {
      for (const key of keysOf(each, isUnknown)) {
        const inner = shapeOf(shape, key);
        if (inner === NOT_WANTED) continue;
        const below = (mark: unknown) => childOf(mark, key);
        walk(path === '' ? key : `${path}.${key}`, below(each), inner, below(isUnknown), marks.map(below));
      }
    } else if (each !== undefined && each !== '') {
      leaves.set(path, each);
    }
  };
  walk('', value, wanted, unknown, secret);
  return leaves;
}

const NOT_WANTED = Symbol('not wanted');

/**
 * The shape below a key; a block that occurs once may be written without a list, and all entries of a
 * list have one shape.
 */
function shapeOf(shape: unknown, key: string): unknown {
  if (!isObject(shape)) return shape;
  const one = Array.isArray(shape) ? Object.assign({}, ...shape.filter(isObject)) : shape;
  if (/^\d+$/.test(key)) return one;
  return Object.hasOwn(one, key) ? (one as Record<string, unknown>)[key] : NOT_WANTED;
}

function keysOf(...values: readonly unknown[]): string[] {
  return [...new Set(values.flatMap((value) => (isObject(value) ? Object.keys(value) : [])))];
}

function childOf(value: unknown, key: string): unknown {
  return isObject(value) ? (value as Record<string, unknown>)[key] : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
