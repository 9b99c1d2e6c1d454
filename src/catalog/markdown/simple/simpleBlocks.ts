import type { Code, Heading, Paragraph, RootContent } from 'mdast';
import type { Lines } from './lines';
import { beginsParagraph, FENCE, HEADING } from './marks';
import { RunningText } from './runningText';
import { interrupts, markOn, simpleList } from './simpleList';

/** A block, and the index of the line after it. */
interface Found {
  readonly block: RootContent;
  readonly next: number;
}

/**
 * Reads the blocks that runbooks mostly consist of: headings, paragraphs, lists and fenced
 * code, each written in the plainest way. The result is exactly that of the whole parser, which
 * takes fifty times as long.
 * @returns undefined if there is anything else
 */
export function simpleBlocks(lines: Lines): RootContent[] | undefined {
  const blocks: RootContent[] = [];
  for (let at = lines.from; at < lines.until; ) {
    if (lines.text(at) === '') {
      at += 1;
      continue;
    }
    const found =
      headingAt(lines, at) ?? codeAt(lines, at) ?? listAt(lines, at, blocks.at(-1)) ?? paragraphAt(lines, at);
    if (found === undefined) return undefined;
    blocks.push(found.block);
    at = found.next;
  }
  return blocks;
}

function headingAt(lines: Lines, at: number): Found | undefined {
  const line = lines.text(at);
  const [begin, signs = ''] = HEADING.exec(line) ?? [];
  if (begin === undefined) return undefined;
  const text = new RunningText(lines);
  if (!text.add(at, begin.length)) return undefined;
  const depth = signs.length as Heading['depth'];
  const position = lines.onLine(at, 0, line.length);
  return { block: { type: 'heading', depth, children: text.nodes, position }, next: at + 1 };
}

function codeAt(lines: Lines, at: number): Found | undefined {
  const [, fence, lang] = FENCE.exec(lines.text(at)) ?? [];
  if (fence === undefined) return undefined;
  for (let end = at + 1; end < lines.until; end += 1) {
    const [marks] = /^ {0,3}`{3,} *$/.exec(lines.text(end)) ?? [];
    if (marks === undefined || marks.trim().length < fence.length) continue;
    const inside = Array.from({ length: end - at - 1 }, (_, index) => lines.text(at + 1 + index));
    // Empty lines at either end are left to the whole parser.
    if (marks.trim() !== marks || inside[0] === '' || inside.at(-1) === '') return undefined;
    const position = { start: lines.point(at, 0), end: lines.endOf(end) };
    const block: Code = { type: 'code', lang: lang || null, meta: null, value: inside.join('\n'), position };
    return { block, next: end + 1 };
  }
  return undefined;
}

/** A list that ends with an empty line or a heading, and is not followed by what may belong to it. */
function listAt(lines: Lines, at: number, before: RootContent | undefined): Found | undefined {
  const mark = markOn(lines.text(at));
  if (mark?.indent !== 0 || before?.type === 'list') return undefined;
  const found = simpleList(lines, at, mark);
  if (found === undefined || !(lines.text(found.next) === '' || HEADING.test(lines.text(found.next))))
    return undefined;
  let below = found.next;
  while (below < lines.until && lines.text(below) === '') below += 1;
  return lines.text(below).startsWith(' ') ? undefined : { block: found.list, next: found.next };
}

function paragraphAt(lines: Lines, at: number): Found | undefined {
  const text = new RunningText(lines);
  let next = at;
  for (; !endsParagraph(lines.text(next)); next += 1) {
    if (!beginsParagraph(lines.text(next), 0) || !text.add(next, 0)) return undefined;
  }
  if (next === at) return undefined;
  const position = { start: lines.point(at, 0), end: lines.endOf(next - 1) };
  const block: Paragraph = { type: 'paragraph', children: text.nodes, position };
  return { block, next };
}

function endsParagraph(line: string): boolean {
  if (line === '' || HEADING.test(line) || FENCE.test(line)) return true;
  const mark = markOn(line);
  return mark !== undefined && mark.indent === 0 && interrupts(mark);
}
