import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';

/** An emergency leave, as in `leave.yaml`. */
export interface LeaveEntry {
  /** Id of the person who is away. */
  readonly person: string;
  readonly from: string;
  readonly until: string;
  /**
   * Id of the person who covers, as agreed.
   * @default - the rules decide
   */
  readonly cover?: string;
  /**
   * Id of the only rotation that they hand over.
   * @default - all that they do
   */
  readonly rotation?: string;
}

/** The byte order mark with which some editors begin a file; not part of the first line. */
const MARK = '\uFEFF';

/** The file has a layout that cannot be edited safely. */
export class LeaveLayoutError extends Error {
  override readonly name = 'LeaveLayoutError';
}

/** An entry as one line of the list. */
export function entryText({ person, from, until, cover, rotation }: LeaveEntry): string {
  const named = `${cover === undefined ? '' : `, cover: ${cover}`}${rotation === undefined ? '' : `, rotation: ${rotation}`}`;
  return `{ person: ${person}, from: ${from}, until: ${until}, emergency: true${named} }`;
}

/**
 * Appends an entry to the text of `leave.yaml`. Everything else stays exactly as it is, which
 * is why the text is edited rather than generated.
 */
export function withEntry(text: string, entry: LeaveEntry): string {
  if (text.startsWith(MARK)) return MARK + withEntry(text.slice(1), entry);
  if (hasLoneReturns(text)) return withReturns(withEntry(withFeeds(text), entry));
  const list = listIn(text);
  const line = entryText(entry);
  const last = list.items.at(-1);
  if (list.flow === true) {
    if (last !== undefined) return spliced(text, endOf(last), endOf(last), `, ${line}`);
    const [from, until] = rangeOf(list);
    return spliced(text, from, until, `- ${line}`);
  }
  const [first] = list.items;
  if (first === undefined) throw new LeaveLayoutError('the list is empty');
  const lineBreak = lineBreakOf(text);
  const indent = /[ ]*$/.exec(text.slice(0, dashBefore(text, rangeOf(first)[0])))?.[0] ?? '';
  const closed = text.endsWith('\n') ? text : `${text}${lineBreak}`;
  return `${closed}${indent}- ${line}${lineBreak}`;
}

/** Removes an entry, together with the comment on its line. */
export function withoutEntry(text: string, index: number): string {
  if (text.startsWith(MARK)) return MARK + withoutEntry(text.slice(1), index);
  if (hasLoneReturns(text)) return withReturns(withoutEntry(withFeeds(text), index));
  const list = listIn(text);
  const item = itemOf(list, index);
  const [from] = rangeOf(item);
  if (list.flow === true) {
    const [before, after] = [list.items[index - 1], list.items[index + 1]];
    if (before !== undefined) return spliced(text, endOf(before), endOf(item), '');
    return spliced(text, from, after === undefined ? endOf(item) : rangeOf(after)[0], '');
  }
  const begin = text.lastIndexOf('\n', dashBefore(text, from)) + 1;
  const lineEnd = text.indexOf('\n', endOf(item) - 1);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  return spliced(text, begin, end, list.items.length === 1 ? `[]${lineBreakOf(text)}` : '');
}

/** Changes the end of an entry. */
export function withEnd(text: string, index: number, until: string): string {
  if (text.startsWith(MARK)) return MARK + withEnd(text.slice(1), index, until);
  if (hasLoneReturns(text)) return withReturns(withEnd(withFeeds(text), index, until));
  const item = itemOf(listIn(text), index);
  const value: unknown = isMap(item) ? item.get('until', true) : undefined;
  if (!isScalar(value)) throw new LeaveLayoutError('the entry has no end');
  const [from, end] = rangeOf(value);
  return spliced(text, from, end, until);
}

/** The file's line ending. */
function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Whether lines end with carriage returns alone, which the parser does not support. */
function hasLoneReturns(text: string): boolean {
  return text.includes('\r') && !text.includes('\n');
}

function withFeeds(text: string): string {
  return text.replaceAll('\r', '\n');
}

function withReturns(text: string): string {
  return text.replaceAll('\n', '\r');
}

function listIn(text: string): YAMLSeq<Node> {
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core' });
  if (!isSeq<Node>(contents)) throw new LeaveLayoutError('it is not a list');
  return contents;
}

function itemOf(list: YAMLSeq<Node>, index: number): Node {
  const item = list.items[index];
  if (item === undefined) throw new LeaveLayoutError(`it has no entry ${index + 1}`);
  return item;
}

function rangeOf(node: Node): readonly [number, number] {
  if (node.range === null || node.range === undefined) throw new LeaveLayoutError('an entry has no position');
  return [node.range[0], node.range[1]];
}

function endOf(node: Node): number {
  return rangeOf(node)[1];
}

/** The position of the dash before the list item that begins at an offset. */
function dashBefore(text: string, offset: number): number {
  const mark = /(?:^|\n)[ ]*-\s+$/.exec(text.slice(0, offset))?.[0];
  if (mark === undefined) throw new LeaveLayoutError('an entry has no "-" of its own line');
  return offset - mark.length + mark.indexOf('-');
}

function spliced(text: string, from: number, until: number, replacement: string): string {
  return `${text.slice(0, from)}${replacement}${text.slice(until)}`;
}
