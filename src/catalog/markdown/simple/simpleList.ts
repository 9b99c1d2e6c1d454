import type { List, ListItem, Paragraph } from 'mdast';
import type { Lines } from './lines';
import { beginsParagraph } from './marks';
import { RunningText } from './runningText';

/** A mark of a list item, on its line. */
interface Mark {
  /** Columns before it. */
  readonly indent: number;
  /** What items of one list have in common: the bullet, or what follows the number. */
  readonly kind: string;
  /** The number of a numbered item; null for a bullet. */
  readonly number: number | null;
  /** The column where its text begins. */
  readonly text: number;
}

/** A list, and the index of the line after it. */
export interface FoundList {
  readonly list: List;
  readonly next: number;
}

const MARK = /^( *)(?:([-+*])|(\d{1,9})([.)])) (?! )/;

/** The mark on a line; undefined if it has none. */
export function markOn(line: string): Mark | undefined {
  const [all, indent = '', bullet, number, delimiter] = MARK.exec(line) ?? [];
  if (all === undefined) return undefined;
  return {
    indent: indent.length,
    kind: bullet ?? delimiter ?? '',
    number: number === undefined ? null : Number(number),
    text: all.length,
  };
}

/** True for a list that need not be separated from a paragraph above it. */
export function interrupts({ number }: Mark): boolean {
  return number === null || number === 1;
}

/**
 * Reads a list without empty lines between its items, each of which is a paragraph with its
 * further lines below it, and perhaps a list, each in the column where the item's text begins.
 * @returns undefined if there is anything else in it
 */
export function simpleList(lines: Lines, from: number, first: Mark): FoundList | undefined {
  const children: ListItem[] = [];
  let next = from;
  for (let mark: Mark | undefined = first; mark?.kind === first.kind && mark.indent === first.indent; ) {
    const found = simpleItem(lines, next, mark);
    if (found === undefined) return undefined;
    children.push(found.item);
    next = found.next;
    mark = markOn(lines.text(next));
  }
  const position = { start: lines.point(from, first.indent), end: lines.endOf(next - 1) };
  const { number } = first;
  const list: List = {
    type: 'list',
    ordered: number !== null,
    start: number,
    spread: false,
    children,
    position,
  };
  return { list, next };
}

function simpleItem(lines: Lines, from: number, mark: Mark): { item: ListItem; next: number } | undefined {
  if (!beginsParagraph(lines.text(from), mark.text)) return undefined;
  const text = new RunningText(lines);
  const own = ' '.repeat(mark.text);
  let next = from;
  let inner: FoundList | undefined;
  do {
    if (!text.add(next, mark.text)) return undefined;
    next += 1;
  } while (lines.text(next).startsWith(own) && beginsParagraph(lines.text(next), mark.text));
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: text.nodes,
    position: { start: lines.point(from, mark.text), end: lines.endOf(next - 1) },
  };
  if (lines.text(next).startsWith(own)) {
    const below = markOn(lines.text(next));
    if (below?.indent !== mark.text || !interrupts(below)) return undefined;
    inner = simpleList(lines, next, below);
    if (inner === undefined) return undefined;
    next = inner.next;
  }
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    checked: null,
    children: inner === undefined ? [paragraph] : [paragraph, inner.list],
    position: { start: lines.point(from, mark.indent), end: lines.endOf(next - 1) },
  };
  return { item, next };
}
