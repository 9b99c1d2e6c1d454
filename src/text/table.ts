import { columnsOf, WIDTH } from './columns';

/** What is between two columns. */
const GAP = '  ';

/** Scripts without spaces between words, whose text may be broken anywhere. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const BREAKS = new RegExp(`(?<=${UNSPACED})|(?=${UNSPACED})`, 'u');

/** Columns are not made narrower than this: a longer line is easier to read. */
const LEAST = 10;

/**
 * Rows in aligned columns below a head, without borders, with a line break at the end.
 *
 * A table wider than 80 columns has its cells wrapped between words, the widest column first.
 * Words are never broken, so that ids can be copied: where the longest words do not fit 80
 * columns, the table is wider.
 */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [head, ...rows].map((row) => head.map((_, column) => row[column] ?? ''));
  const natural = widthsOf(table, columnsOf);
  const widths = isFitting(natural) ? natural : fitting(natural, widthsOf(table, leastOf));
  const wrapped = table.map((row) => row.map((cell, column) => linesOf(cell, widths[column] ?? WIDTH)));
  // Wrapped between words, a column may be narrower than it could be.
  const shown = widthsOf(wrapped, (lines) => Math.max(...lines.map(columnsOf)));
  return wrapped.map((row) => rowText(row, shown)).join('');
}

/** The width of each column by that of its cells. */
function widthsOf<Cell>(table: readonly (readonly Cell[])[], widthOf: (cell: Cell) => number): number[] {
  const widths: number[] = [];
  for (const row of table) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  }
  return widths;
}

function leastOf(cell: string): number {
  return Math.max(LEAST, ...unitsOf(cell).map(({ text }) => columnsOf(text)));
}

/** A row with as many lines as its tallest cell, without trailing blanks. */
function rowText(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = cells.map((lines, column) => {
      const text = lines[line] ?? '';
      return text + ' '.repeat((widths[column] ?? 0) - columnsOf(text));
    });
    return `${texts.join(GAP).trimEnd()}\n`;
  }).join('');
}

function isFitting(widths: readonly number[]): boolean {
  return sum(widths) <= roomOf(widths);
}

/** Columns for the cells of a table. */
function roomOf({ length }: readonly number[]): number {
  return WIDTH - GAP.length * (length - 1);
}

/** Widths of columns: the widest are made narrower until all fit, but none below its least width. */
function fitting(natural: readonly number[], least: readonly number[]): readonly number[] {
  const widths = [...natural];
  for (let excess = sum(widths) - roomOf(widths); excess > 0; excess -= 1) {
    const shrinkable = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = Math.max(...shrinkable);
    if (widest === 0) break;
    widths[shrinkable.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A piece of text that is never broken, and what joins it to the piece before. */
interface Unit {
  readonly text: string;
  readonly glue: '' | ' ';
}

function unitsOf(cell: string): Unit[] {
  return cell
    .split(' ')
    .flatMap((word) =>
      word.split(BREAKS).map((text, index) => ({ text, glue: index === 0 ? ' ' : '' }) as const),
    );
}

/** A cell, broken between words where it is wider. */
function linesOf(cell: string, width: number): string[] {
  if (columnsOf(cell) <= width) return [cell];
  const lines: string[] = [];
  let line = '';
  for (const { text, glue } of unitsOf(cell)) {
    const joined = line === '' ? text : line + glue + text;
    if (line === '' || columnsOf(joined) <= width) line = joined;
    else {
      lines.push(line);
      line = text;
    }
  }
  return [...lines, line];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
