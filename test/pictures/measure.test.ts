import { fitted, widthOf } from '../../src/pictures/measure';

const SIZE = { size: 100 };

test('widths are those of DejaVu Sans; wide, joined and unknown characters are counted by what is seen', () => {
  expect(widthOf('Aidil', SIZE)).toBe(68 + 28 + 63 + 28 + 28);
  expect(widthOf('Aidil', { size: 10, bold: true })).toBeCloseTo(21.5 * 1.2);
  expect(widthOf('田中', SIZE)).toBe(210);
  expect(widthOf('e\u{301}', SIZE)).toBe(62);
  expect(widthOf('👩‍👩‍👧', SIZE)).toBe(3 * 140);
  expect(widthOf('นิ', SIZE)).toBe(110 + 65);
  expect(widthOf('\u{202e}', SIZE)).toBe(widthOf('\\u{202e}', SIZE));
});

test('text is cut between characters, with an ellipsis', () => {
  // The ellipsis counts as 110, each i as 28.
  expect(fitted('iiii', 112, SIZE)).toBe('iiii');
  expect(fitted('iiiiiii', 195, SIZE)).toBe('iii…');
  expect(fitted('iiiiiii', 193, SIZE)).toBe('ii…');
  expect(fitted('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 540, SIZE)).toBe('👩‍👩‍👧…');
  expect(fitted('田中', 209, SIZE)).toBeUndefined();
});
