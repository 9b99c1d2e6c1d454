import fc from 'fast-check';
import { parse } from 'yaml';
import { inlineYaml, type Value } from '../../../src/verbs/init/yamlText';
import { CODE_POINT } from '../../codePoint';

test('plain where it can be, in quotes where it could be read as anything else', () => {
  const value = {
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    zone: 'Europe/Berlin',
    at: '09:00',
    from: '2026-01-05',
    for: '15m',
    no: 'No',
    list: ['a', 'b: c', '- d', '#e', 'f #g', "it's", '"'],
    left: undefined,
    number: 2,
  };
  expect(inlineYaml(value)).toBe(
    `{ name: Ada Lovelace, email: ada@example.com, zone: Europe/Berlin, at: "09:00", from: 2026-01-05, for: 15m, no: "No", list: [a, "b: c", "- d", "#e", "f #g", "it's", "\\""], number: 2 }`,
  );
});

const text = fc.oneof(
  fc.string({ unit: CODE_POINT }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[ -~]{0,12}$/),
  fc.constantFrom(
    'yes',
    'OFF',
    '~',
    '1e3',
    '0x1',
    '.inf',
    '2026-01-05',
    '12:30',
    '- a',
    'a: b',
    '*a',
    '&a',
    '!a',
  ),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.array(text, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('name', 'email', 'order'), text),
);

test('every reader reads what was written, alone and in a list', () => {
  fc.assert(
    fc.property(value, (given) => {
      for (const version of ['1.1', '1.2'] as const) {
        const schema = version === '1.1' ? 'yaml-1.1' : 'core';
        const read = (yaml: string): unknown => parse(yaml, { version, schema });
        // Dates are text to us, and to readers of 1.2.
        if (version === '1.1' && /\d{4}-\d{2}-\d{2}/.test(JSON.stringify(given))) continue;
        expect(read(`key: ${inlineYaml(given)}`)).toEqual({ key: given });
        expect(read(`key: [${inlineYaml(given)}, ${inlineYaml(given)}]`)).toEqual({ key: [given, given] });
      }
    }),
  );
});
