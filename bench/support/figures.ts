import { tableText } from '../../src/text/table';

/** The middle value; NaN without values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Prints rows of figures below their headings. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  console.log(
    tableText(
      head,
      rows.map((row) => row.map(String)),
    ),
  );
}
