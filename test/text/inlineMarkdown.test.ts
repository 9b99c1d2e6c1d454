import { inline } from '../../src/text/inlineMarkdown';

test.each([
  'Aidil',
  'covers Spencer: leave',
  'Kamala D\u2019Souza-Lim',
  '陳小明',
  'Mon 7 Dec 2026 09:00 until Sat 12 Dec 00:00: Thiru instead of Choo.',
  'total_profit, tolerance 1 %',
  'Asia/Kuala_Lumpur',
  'from 09:00:30 to 18:00:00',
  'facade123xyz, 57600',
])('plain text stays: %s', (text) => {
  expect(inline(text)).toBe(text);
});

test.each([
  ['ask @all', 'ask &#64;all'],
  ['a | b', 'a &#124; b'],
  ['<img src=x>', '&#60;img src&#61;x&#62;'],
  ['`x`', '&#96;x&#96;'],
  ['[here](https://x.example)', '&#91;here&#93;&#40;https&#58;&#47;&#47;x&#46;example&#41;'],
  ['https://x.example', 'https&#58;&#47;&#47;x&#46;example'],
  ['www.x.example', 'www&#46;x&#46;example'],
  ['#12', '&#35;12'],
  ['GH-12', 'GH&#45;12'],
  [':tada:', '&#58;tada&#58;'],
  ['9:tada:', '9&#58;tada&#58;'],
  ['at 09:00:tada:', 'at 09&#58;00&#58;tada&#58;'],
  ['5:100:', '5&#58;100&#58;'],
  ['fixed by deadbeef1', 'fixed by deadbeef1'],
  ['2026112', '2026112'],
  ['_soft_', '&#95;soft&#95;'],
  ['*loud*', '&#42;loud&#42;'],
  ['&lt;', '&#38;lt&#59;'],
  ['- item', '&#45; item'],
  ['1. item', '1&#46; item'],
])('what could mean something is code, sign by sign: %s', (text, inert) => {
  expect(inline(text)).toBe(`<code>${inert}</code>`);
});

test('what cannot be seen is shown, and a line stays one', () => {
  expect(inline('a\n\u202eb')).toBe('<code>a&#92;u&#123;a&#125;&#92;u&#123;202e&#125;b</code>');
});

test('what is longer than 400 characters is cut', () => {
  expect(inline('a'.repeat(400))).toBe('a'.repeat(400));
  expect(inline('a'.repeat(401))).toBe(`${'a'.repeat(399)}…`);
});
