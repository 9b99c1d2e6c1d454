import fc from 'fast-check';
import { inert } from '../../src/alerts';
import { CODE_POINT } from '../codePoint';

test('nothing that Datadog, Markdown or Terraform acts on is left, however often it is applied', () => {
  const piece = fc.oneof(
    fc.string({ unit: CODE_POINT }),
    fc.constantFrom(
      '@',
      '{',
      '}',
      '{{',
      '[',
      '](',
      '<',
      '`',
      '\\',
      '%%%',
      '${',
      '%{',
      '\u202e',
      '\n',
      '&#64;',
      '# ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const safe = inert(pieces.join(''));
      expect(safe).not.toMatch(
        /[@{}[\]<>`\\\p{Cc}\p{Cs}\u2028\u2029]|[\u200b\u202a-\u202e\u2066-\u2069]|%%%|^\s|\s$/u,
      );
      expect(inert(safe)).toBe(safe);
    }),
    { seed: 20261123, numRuns: 500 },
  );
});
