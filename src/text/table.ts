import Table from 'cli-table3';
import { columnsOf, WIDTH } from './columns';

const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Writing without spaces between words, which may be broken anywhere. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const BREAKS = new RegExp(`(?<=${UNSPACED})|(?=${UNSPACED})`, 'u');

/** Columns are not wrapped to less than this: narrower ones are harder to read than a longer line. */
const LEAST = 10;

/**
 * Rows in aligned columns below a head, without borders, with a line break at the end.
 *
 * A table wider than 80 columns has its cells wrapped between words, the widest column first.
 * Words are never broken, so that ids can be copied: where the longest words do not fit 80
 * columns, the table is wider.
 */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((_, column) => [head, ...rows].map((row) => row[column] ?? ''));
  const widths = fitting(
    columns.map((cells) => Math.max(...cells.map(columnsOf))),
    columns.map((cells) => Math.max(LEAST, ...cells.flatMap(unitsOf).map(({ text }) => columnsOf(text)))),
  );
  const table = new Table({
    head: head.map((cell, column) => wrappedCell(cell, widths[column] ?? WIDTH)),
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map((cell, column) => wrappedCell(cell, widths[column] ?? WIDTH)));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  return `${lines.join('\n')}\n`;
}

/** Widths of columns: the widest are made narrower until all fit, but none below its least width. */
function fitting(natural: readonly number[], least: readonly number[]): readonly number[] {
  const widths = [...natural];
  const room = WIDTH - BORDERLESS.middle.length * (widths.length - 1);
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const shrinkable = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = Math.max(...shrinkable);
    if (widest === 0) break;
    widths[shrinkable.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** What is not broken, and how it is joined to what comes before it. */
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

function wrappedCell(cell: string, width: number): string {
  if (columnsOf(cell) <= width) return cell;
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
  return [...lines, line].join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
