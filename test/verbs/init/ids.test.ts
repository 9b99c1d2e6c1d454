import fc from 'fast-check';
import { id as schema } from '../../../src/catalog/schema/id';
import { Ids, plainWords } from '../../../src/verbs/init/ids';

test.each([
  ['Daily orders', 'daily-orders'],
  ['José Müller-Lüdenscheidt', 'jose-muller-ludenscheidt'],
  ['  3rd party: Stripe (EU) ', 'rd-party-stripe-eu'],
  ['陳大文', ''],
  ['x'.repeat(80), 'x'.repeat(50)],
])('%p is %p', (name, words) => {
  expect(plainWords(name)).toBe(words);
});

test('no id twice, and none of the words of an escalation', () => {
  const ids = new Ids(['on-duty']);
  const names = ['Ada', 'ada', '陳', '大', 'Primary', 'On duty'];
  expect(names.map((name) => ids.of(name, 'person'))).toEqual([
    ...['ada', 'ada-2', 'person', 'person-2', 'primary-2', 'on-duty-2'],
  ]);
});

test('whatever the names, each is an id of the data', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (names) => {
      const ids = new Ids();
      const made = names.map((name) => ids.of(name, 'person'));
      return new Set(made).size === made.length && made.every((id) => schema.safeParse(id).success);
    }),
  );
});
