import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';

/** The byte order mark with which some editors begin a file; not part of the first line. */
const MARK = '\uFEFF';

/** The file has a layout that cannot be edited safely. */
export class ListLayoutError extends Error {
  override readonly name = 'ListLayoutError';
}

/**
 * Appends an entry, written on one line, to the text of a YAML file that is a list. Everything else
 * stays exactly as it is, which is why the text is edited rather than generated.
 * @throws ListLayoutError
 */
export function withEntry(text: string, line: string): string {
  if (text.startsWith(MARK)) return MARK + withEntry(text.slice(1), line);
  if (hasLoneReturns(text)) return withReturns(withEntry(withFeeds(text), line));
  const list = listIn(text);
  const last = list.items.at(-1);
  if (list.flow === true) {
    if (last !== undefined) return spliced(text, endOf(last), endOf(last), `, ${line}`);
    const [from, until] = rangeOf(list);
    return spliced(text, from, until, `- ${line}`);
  }
  const [first] = list.items;
  if (first === undefined) throw new ListLayoutError('the list is empty');
  const lineBreak = lineBreakOf(text);
  const indent = /[ ]*$/.exec(text.slice(0, dashBefore(text, rangeOf(first)[0])))?.[0] ?? '';
  const closed = text.endsWith('\n') ? text : `${text}${lineBreak}`;
  return `${closed}${indent}- ${line}${lineBreak}`;
}

/**
 * Removes an entry, together with the comment on its line.
 * @throws ListLayoutError
 */
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

/**
 * Changes the value of an entry's key.
 * @throws ListLayoutError
 */
export function withValue(text: string, index: number, key: string, value: string): string {
  if (text.startsWith(MARK)) return MARK + withValue(text.slice(1), index, key, value);
  if (hasLoneReturns(text)) return withReturns(withValue(withFeeds(text), index, key, value));
  const item = itemOf(listIn(text), index);
  const node: unknown = isMap(item) ? item.get(key, true) : undefined;
  if (!isScalar(node)) throw new ListLayoutError(`the entry has no ${key}`);
  const [from, end] = rangeOf(node);
  return spliced(text, from, end, value);
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
  if (!isSeq<Node>(contents)) throw new ListLayoutError('it is not a list');
  return contents;
}

function itemOf(list: YAMLSeq<Node>, index: number): Node {
  const item = list.items[index];
  if (item === undefined) throw new ListLayoutError(`it has no entry ${index + 1}`);
  return item;
}

function rangeOf(node: Node): readonly [number, number] {
  if (node.range === null || node.range === undefined) throw new ListLayoutError('an entry has no position');
  return [node.range[0], node.range[1]];
}

function endOf(node: Node): number {
  return rangeOf(node)[1];
}

/** The position of the dash before the list item that begins at an offset. */
function dashBefore(text: string, offset: number): number {
  const mark = /(?:^|\n)[ ]*-\s+$/.exec(text.slice(0, offset))?.[0];
  if (mark === undefined) throw new ListLayoutError('an entry has no "-" of its own line');
  return offset - mark.length + mark.indexOf('-');
}

function spliced(text: string, from: number, until: number, replacement: string): string {
  return `${text.slice(0, from)}${replacement}${text.slice(until)}`;
}
