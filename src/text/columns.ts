import stringWidth from 'string-width';

/**
 * How many columns of a terminal a text takes: Chinese, Japanese and Korean characters and
 * emoji take two, an accent of its own none.
 */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** As many whole characters as fit in some columns, one at least; and what is left of the text. */
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
