import { expect, jest } from '@jest/globals';

/** `[object Temporal.Instant]` and the like; by its tag, because loading Temporal costs every suite time. */
const temporalTag = (value: unknown): string | undefined => {
  const tag = Object.prototype.toString.call(value);
  return tag.startsWith('[object Temporal.') ? tag : undefined;
};

/** Temporal values have no own properties, so that jest would call any two of a type equal. */
expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const [tagA, tagB] = [temporalTag(a), temporalTag(b)];
    if (tagA === undefined && tagB === undefined) return undefined;
    return tagA === tagB && String(a) === String(b);
  },
]);

/** A busy machine is no failure: what takes how long is for bench/ to say. */
jest.setTimeout(60_000);
