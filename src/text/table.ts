import Table from 'cli-table3';
import { columnsOf, cutAt } from './columns';
import { WIDTH } from './width';

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

/**
 * Rows in aligned columns under a head, without borders, with a line break at the end.
 * Where they would be wider than 80 columns, the widest cells are broken between words.
 */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = fitting(head.map((_, column) => longest([head, ...rows].map((row) => row[column] ?? ''))));
  const table = new Table({
    head: head.map((cell, column) => broken(cell, widths[column] ?? WIDTH)),
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map((cell, column) => broken(cell, widths[column] ?? WIDTH)));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  return `${lines.join('\n')}\n`;
}

/** Widths of columns, the widest made narrower until all fit beside each other. */
function fitting(natural: readonly number[]): readonly number[] {
  const widths = [...natural];
  const room = WIDTH - BORDERLESS.middle.length * (widths.length - 1);
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    widths[widths.indexOf(Math.max(...widths))] = Math.max(...widths) - 1;
  }
  return widths;
}

/** A cell in lines of a width, broken between words, and words that are longer at the width. */
function broken(cell: string, width: number): string {
  if (columnsOf(cell) <= width) return cell;
  const lines: string[] = [];
  let line = '';
  for (const word of cell.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columnsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columnsOf(line) > width) {
      const [first, rest] = cutAt(line, width);
      lines.push(first);
      line = rest;
    }
  }
  return [...lines, line].join('\n');
}

function longest(cells: readonly string[]): number {
  return Math.max(...cells.map(columnsOf));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
