import { Temporal } from 'temporal-polyfill';

/** The classes of Temporal by the tag of their values; each makes a value from its text. */
const KINDS = new Map<unknown, { from(text: string): object }>(
  [
    Temporal.Duration,
    Temporal.Instant,
    Temporal.PlainDate,
    Temporal.PlainDateTime,
    Temporal.PlainTime,
    Temporal.ZonedDateTime,
  ].map((kind) => [kind.prototype[Symbol.toStringTag], kind]),
);

/**
 * The same data, with Temporal values of the copy that is loaded here: the bundled command has its own
 * copy, and one copy refuses the values of another. An object that occurs in several places stays one
 * object.
 */
export function ownTemporal<T>(data: T): T {
  const known = new Map<object, unknown>();
  const own = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (known.has(value)) return known.get(value);
    const made = ownValue(value, own);
    known.set(value, made);
    return made;
  };
  return own(data) as T;
}

function ownValue(value: object, own: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(own));
  const kind = Reflect.get(value, Symbol.toStringTag);
  if (kind !== undefined) {
    const known = KINDS.get(kind);
    if (known === undefined) throw new Error(`the data holds a ${kind}`);
    return known.from(String(value));
  }
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, own(inner)])));
}
