import { inert } from '../../src/alerts';
import { INVISIBLE, visible } from '../../src/text/visible';

test.each([
  ['Devanagari', '\u0915\u094d\u200d\u0937'],
  ['Persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
  ['an emoji of two', '\u{1f469}\u200d\u{1f4bb}'],
  ['an emoji with a colour of skin', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
  ['an emoji with a selector', '\u2764\ufe0f\u200d\u{1f525}'],
])('a joiner belongs to its letters: %s', (_, text) => {
  expect(INVISIBLE.test(text)).toBe(false);
  expect(visible(text)).toBe(text);
  expect(inert(text)).toBe(text);
});

test.each([
  ['between Latin letters', 'pa\u200dy', 'pay'],
  ['between Cyrillic letters', '\u0434\u200c\u0430', '\u0434\u0430'],
  ['at the beginning', '\u200d\u0915', '\u0915'],
  ['at the end', '\u0915\u200d', '\u0915'],
  ['two of them', '\u0915\u200d\u200d\u0937', '\u0915\u0937'],
  ['beside a filler', '\u034f\u200d\u0937', '\u0937'],
])('and is invisible %s', (_, text, safe) => {
  expect(INVISIBLE.test(text)).toBe(true);
  expect(visible(text)).toContain('\\u{200');
  expect(inert(text)).toBe(safe);
});

test.each(['\u00ad', '\u202e', '\u2066', '\u3164', '\u115f', '\u2800', '\ue000', '\u{e0061}', '\u0000'])(
  '%j is invisible everywhere',
  (character) => {
    const text = `a${character}b`;
    expect(INVISIBLE.test(text)).toBe(true);
    expect(visible(text)).toMatch(/^a\\u\{[0-9a-f]+\}b$/);
    expect(inert(text)).toBe('ab');
  },
);
