import { differenceText, lookAlike } from '../../src/catalog/lookAlike';

test.each([
  ['Choo', 'Choo'],
  ['Choo', 'CHOO'],
  ['Choo', 'Ｃｈｏｏ'], // full width
  ['Choo', '\u0421hoo'], // Cyrillic
  ['Choo', 'Ch\u03bf\u03bf'], // Greek
  ['Choo', '\u{1d402}hoo'], // mathematical
  ['choo', '\u0421HOO'],
  ['Choo', 'Ch00'],
  ['Choo', 'Ch\u200doo'],
  ['Jo Ann', 'Jo\u00a0Ann'],
  ['Jo Ann', 'Jo  Ann'],
  ['Al', 'AI'],
  ['Al', 'A1'],
  ['Arne', 'Ame'], // a narrow screen shows r and n as one letter
  ['Jos\u00e9', 'Jose\u0301'],
  ["O'Brien", 'O\u2019Brien'],
  ['Mary-Ann', 'Mary\u2010Ann'],
])('%s and %s look alike', (one, other) => {
  expect(lookAlike(one, other)).toBe(true);
  expect(lookAlike(other, one)).toBe(true);
});

test.each([
  ['Jose', 'Jos\u00e9'], // two people bear these, and both can be read apart
  ['Muller', 'M\u00fcller'],
  ['Oyvind', '\u00d8yvind'],
  ['Choo', 'Chu'],
  ['Choo', 'Choo L.'],
  ['Ian', 'Lan'],
  ['Jan', 'Jana'],
  ['\u674e\u660e', '\u674e\u6668'],
  ['Mary Ann', 'Maryann'],
  ['Thiru 1', 'Thiru 2'],
])('%s and %s do not', (one, other) => {
  expect(lookAlike(one, other)).toBe(false);
});

test('where two names part is told by the numbers of the characters, which eyes cannot tell apart', () => {
  expect(differenceText('\u0421hoo', 'Choo')).toBe('"\u0421" (U+0421) where the other has "C" (U+0043)');
  expect(differenceText('Ame', 'Arne')).toBe('"m" (U+006D) where the other has "r" (U+0072)');
  expect(differenceText('Jo\u00a0Ann', 'Jo Ann')).toBe('U+00A0 where the other has U+0020');
  expect(differenceText('Ann\u200d', 'Ann')).toBe('U+200D where the other ends');
});
