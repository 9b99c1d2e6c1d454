import type { Nodes, Root, RootContent } from 'mdast';
import { commonMark } from './commonMark';
import { Lines } from './simple/lines';
import { simpleBlocks } from './simple/simpleBlocks';

/** A heading that starts in the first column: it ends whatever is above it except code and HTML. */
const HEADING = /^#{1,6} /;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/**
 * What matters beyond its section: the definition of a link or a footnote, and a byte order mark,
 * which columns do not count.
 */
const GLOBAL = /\]:|^\ufeff/;
/** Characters that the fast reader does not handle: tabs, other control characters, a byte order mark. */
const STRANGE = /[^\n -~\u00a0-\ufefe\uff00-\uffff]/;

/**
 * Parses Markdown with GitHub's tables and footnotes: section by section, so that one table does
 * not make a whole page slow.
 */
export function gfm(text: string): Root {
  const children = GLOBAL.test(text) ? undefined : bySections(text);
  return children === undefined ? commonMark(text) : { type: 'root', children };
}

/** @returns undefined if a section leaves code or HTML open, so that the next heading is part of it */
function bySections(text: string): RootContent[] | undefined {
  const lines = text.split('\n');
  const starts = [0, ...headingsIn(lines)];
  const blocks: RootContent[] = [];
  let offset = 0;
  for (const [index, from] of starts.entries()) {
    const until = starts[index + 1] ?? lines.length;
    const written = lines.slice(from, until).join('\n');
    const simple = STRANGE.test(written) ? undefined : simpleBlocks(new Lines(lines, from, until, offset));
    const found = simple ?? moved(commonMark(written).children, from, offset);
    if (until < lines.length && isOpen(found.at(-1), lines)) return undefined;
    blocks.push(...found);
    offset += written.length + 1;
  }
  return blocks;
}

/** Where headings probably are: those in fenced code are comments. */
function headingsIn(lines: readonly string[]): number[] {
  let fence: string | undefined;
  return lines.flatMap((line, index) => {
    const [, marks] = FENCE.exec(line) ?? [];
    if (fence !== undefined) {
      if (marks !== undefined && closes(line, fence)) fence = undefined;
      return [];
    }
    fence = marks;
    return index > 0 && HEADING.test(line) ? [index] : [];
  });
}

function isOpen(block: RootContent | undefined, lines: readonly string[]): boolean {
  if (block?.type !== 'code') return block?.type === 'html';
  const [first = '', last = ''] = [block.position?.start, block.position?.end].map(
    (point) => lines[(point?.line ?? 0) - 1],
  );
  const [, fence] = FENCE.exec(first) ?? [];
  return (
    fence !== undefined && !(block.position?.end.line !== block.position?.start.line && closes(last, fence))
  );
}

/** Whether a line ends a code block. */
function closes(line: string, fence: string): boolean {
  const [, marks = ''] = /^ {0,3}(`+|~+)[ \t]*$/.exec(line) ?? [];
  return marks.startsWith(fence);
}

/** The blocks of a part of a page, with their places on the page. */
function moved(blocks: readonly RootContent[], lines: number, offset: number): readonly RootContent[] {
  const waiting: Nodes[] = [...blocks];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point === undefined) continue;
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
    if ('children' in node) waiting.push(...node.children);
  }
  return blocks;
}
