import type { Nodes } from 'mdast';

/** Where a node begins and ends on a page. */
export type Position = NonNullable<Nodes['position']>;

/** A stretch of a page's lines, which knows where each line is on the page. */
export class Lines {
  private readonly offsets: number[] = [];

  /** @param text without carriage returns */
  constructor(
    readonly all: readonly string[],
    readonly from = 0,
    readonly until = all.length,
    offset = 0,
  ) {
    let at = offset;
    for (let index = from; index < until; index += 1) {
      this.offsets.push(at);
      at += this.text(index).length + 1;
    }
  }

  /** A line; empty behind the last. */
  text(index: number): string {
    return index < this.until ? (this.all[index] ?? '') : '';
  }

  /** A place on a line, columns counted from 0. */
  point(index: number, column: number): Position['start'] {
    return { line: index + 1, column: column + 1, offset: (this.offsets[index - this.from] ?? 0) + column };
  }

  /** A stretch of one line. */
  onLine(index: number, from: number, until: number): Position {
    return { start: this.point(index, from), end: this.point(index, until) };
  }

  /** The end of a line. */
  endOf(index: number): Position['end'] {
    return this.point(index, this.text(index).length);
  }
}
