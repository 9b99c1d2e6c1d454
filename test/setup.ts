import { expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';

const TYPES = [
  Temporal.Instant,
  Temporal.ZonedDateTime,
  Temporal.PlainDate,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
  Temporal.Duration,
];

const typeOf = (value: unknown) => TYPES.find((type) => value instanceof type);

/** Temporal values have no own properties, so that jest would call any two of a type equal. */
expect.addEqualityTesters([
  (a, b) => {
    const type = typeOf(a) ?? typeOf(b);
    return type === undefined ? undefined : typeOf(a) === typeOf(b) && String(a) === String(b);
  },
]);
