import fc from 'fast-check';
import { plainNumber } from '../../src/alerts';

test.each([
  [0, '0'],
  [-0, '0'],
  [57600, '57600'],
  [0.5, '0.5'],
  [-2.25, '-2.25'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1e20, '100000000000000000000'],
  [1e21, '1000000000000000000000'],
  [1.5e21, '1500000000000000000000'],
  [-1.234e22, '-12340000000000000000000'],
  [1e-6, '0.000001'],
  [1e-7, '0.0000001'],
  [-1.25e-7, '-0.000000125'],
  [5e-324, `0.${'0'.repeat(323)}5`],
])('%d', (value, text) => {
  expect(plainNumber(value)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is refused', (value) => {
  expect(() => plainNumber(value)).toThrow(RangeError);
});

test('reads back as the same number, from digits alone', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = plainNumber(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
    }),
    { seed: 20261123, numRuns: 200 },
  );
});
