import type { RootContent } from 'mdast';
import type { Place } from '../yaml/parseYaml';

/** A line that looks like a heading or an item, and is none for want of a plain space. */
export interface StrayMark extends Place {
  /** The mark, e.g. `##`. */
  readonly mark: string;
  readonly kind: 'heading' | 'list item';
  readonly line: number;
}

/** Two or more signs, or one with a blank behind it that is no plain space; `#3` is a number. */
const HEADING = /^( {0,3})(#{2,6}(?=[^\s#])|#{1,6}(?=[^\S \t]))/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?=[^\S \t])/;

/** Finds them in the paragraphs of a page, which is what they became. */
export function strayMarks(text: string, nodes: readonly RootContent[]): StrayMark[] {
  const lines = text.split('\n');
  return nodes.flatMap((node) => {
    if (node.type !== 'paragraph' || node.position === undefined) return [];
    const { start, end } = node.position;
    return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index).flatMap(
      (line) => {
        const written = lines[line - 1] ?? '';
        const heading = HEADING.exec(written);
        const [, indent = '', mark = ''] = heading ?? ITEM.exec(written) ?? [];
        const kind = heading === null ? 'list item' : 'heading';
        return mark === '' ? [] : [{ line, column: indent.length + 1, mark, kind } as const];
      },
    );
  });
}

/** The text as it was meant, with a plain space behind each mark; lines keep their numbers. */
export function withPlainSpaces(text: string, strays: readonly StrayMark[]): string {
  const lines = text.split('\n');
  for (const { line, column, mark } of strays) {
    const written = lines[line - 1] ?? '';
    const end = column - 1 + mark.length;
    lines[line - 1] = `${written.slice(0, end)} ${written.slice(end).trimStart()}`;
  }
  return lines.join('\n');
}
