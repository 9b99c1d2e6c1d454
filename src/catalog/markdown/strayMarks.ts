import type { RootContent } from 'mdast';
import type { Place } from '../yaml/parseYaml';

/** A line that looks like a heading or a list item, but lacks the plain space after its mark. */
export interface StrayMark extends Place {
  /** The mark, e.g. `##`. */
  readonly mark: string;
  /** What it looks like. */
  readonly kind: 'heading' | 'list item';
}

/** Two or more signs, or one followed by a blank other than a plain space; `#3` is a number. */
const HEADING = /^( {0,3})(#{2,6}(?=[^\s#])|#{1,6}(?=[^\S \t]))/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?=[^\S \t])/;

/** Finds stray marks in paragraphs, which is how Markdown reads such lines. */
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

/** The text as intended, with a plain space after each stray mark; line numbers do not change. */
export function withPlainSpaces(text: string, strays: readonly StrayMark[]): string {
  const lines = text.split('\n');
  for (const { line, column, mark } of strays) {
    const written = lines[line - 1] ?? '';
    const end = column - 1 + mark.length;
    lines[line - 1] = `${written.slice(0, end)} ${written.slice(end).trimStart()}`;
  }
  return lines.join('\n');
}
