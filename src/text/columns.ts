import stringWidth from 'string-width';

/** The widest line that is written for people, in columns: every terminal has that many. */
export const WIDTH = 80;

/** Every character takes one column. */
const PLAIN = /^[ -~]*$/;

/**
 * How many columns of a terminal a text takes: Chinese, Japanese and Korean characters and
 * emoji take two, combining accents none.
 */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** Splits a text after as many whole characters as fit in some columns, but at least one. */
export function cutAt(text: string, columns: number): readonly [fitting: string, rest: string] {
  const characters = [...text];
  let width = 0;
  let count = 0;
  for (const character of characters) {
    width += columnsOf(character);
    if (count > 0 && width > columns) break;
    count += 1;
  }
  return [characters.slice(0, count).join(''), characters.slice(count).join('')];
}
