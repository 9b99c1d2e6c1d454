/** The start of a line that can only belong to a paragraph. */
const PARAGRAPH =
  /[A-Za-z("'$/@\u00a1-\ufefe]|(?!\d{1,9}[.)](?: |$))\d|\*\*(?=[A-Za-z0-9`["'(])|`(?!``)|\[(?!\^)/y;

/** True if a paragraph, and nothing else, can begin or continue in a column of a line. */
export function beginsParagraph(line: string, column: number): boolean {
  PARAGRAPH.lastIndex = column;
  return PARAGRAPH.test(line);
}

/** The signs of a heading, and a blank; what follows ends without such signs. */
export const HEADING = /^(#{1,6}) (?=[^ #])(?![^\n]*#$)/;

/** The first line of a code block, with its language. */
export const FENCE = /^(`{3,})([\w+.-]*)$/;
