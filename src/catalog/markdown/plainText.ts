import type { List, Nodes, PhrasingContent } from 'mdast';
import { CODE_PREFIX } from '../model/runbookSection';

/** A piece of running text. */
interface Piece {
  readonly text: string;
  /** True if a space must separate it from adjacent words. */
  readonly apart?: boolean;
}

/** Tags that start a new line. */
const BREAKING_TAG = /^<\/?(br|p|div|tr|li|ul|ol|table|summary|details|h[1-6]|pre|blockquote)\b/i;
const TAG = /<\/?[a-z][^<>]*>/gi;
/** Blanks that are not one plain space. */
const WIDE_BLANK = /\s{2,}|[^\S ]/g;
const LINE_END = /\n/g;
const ALTERNATIVE = /\salt\s*=\s*("([^"]*)"|'([^']*)')/i;

/**
 * Markdown as plain text; the only place where it is converted. One line per paragraph, line
 * break, table row (cells joined by ` | `) and line of code (after a tab). List items have a
 * dash or their number, and are indented by depth. An image becomes its alternative text;
 * comments, definitions and footnotes are dropped. No line is empty.
 * @example
 * // 'Look at:', '- the run log', '\tjob log orders   # of today'
 */
export function plainLines(node: Nodes): string[] {
  switch (node.type) {
    case 'code':
      return node.value
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [CODE_PREFIX + line.trimEnd()]));
    case 'list':
      return listLines(node);
    case 'table':
      return node.children.map((row) => row.children.map(textOf).join(' | '));
    case 'html':
      return proseLines(htmlText(node.value));
    case 'root':
    case 'blockquote':
    case 'listItem':
      return node.children.flatMap((child: Nodes) => plainLines(child)).map(withoutMarks);
    case 'definition':
    case 'footnoteDefinition':
    case 'thematicBreak':
    case 'yaml':
      return [];
    default:
      return proseLines(joined(pieces(node, [])));
  }
}

/** Plain text on one line. */
export function textOf(node: Nodes): string {
  return plainLines(node)
    .map((line) => line.trim())
    .join(' ');
}

function listLines(list: List): string[] {
  return list.children.flatMap((item, index) => {
    const mark = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '- ';
    const [first = '', ...rest] = plainLines(item);
    const begun = first.startsWith(CODE_PREFIX) ? [mark.trim(), first] : [mark + first];
    return [...begun, ...rest.map((line) => (line.startsWith(CODE_PREFIX) ? line : `  ${line}`))];
  });
}

/** Drops GitHub's task-list boxes and note labels, which are drawn rather than read. */
function withoutMarks(line: string, index: number): string {
  return index === 0 ? line.replace(/^(\[[ xX]\]|\[![A-Z]+\])(\s+|$)/, '') : line;
}

function proseLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(WIDE_BLANK, ' ').trim())
    .filter((line) => line !== '');
}

/** Adds the pieces of a node, in order. */
function pieces(node: Nodes | PhrasingContent, to: Piece[]): Piece[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      to.push({ text: node.value.replace(LINE_END, ' ') });
      break;
    case 'break':
      to.push({ text: '\n' });
      break;
    case 'html':
      to.push({ text: htmlText(node.value) });
      break;
    case 'image':
    case 'imageReference':
      to.push({ text: node.alt ?? '', apart: true });
      break;
    case 'footnoteReference':
      to.push({ text: '', apart: true });
      break;
    default:
      if ('children' in node) for (const child of node.children) pieces(child, to);
  }
  return to;
}

function joined(found: readonly Piece[]): string {
  let result = '';
  let apart = false;
  for (const piece of found) {
    const asked = apart || piece.apart === true;
    const glued = asked && /[\p{L}\p{N}]$/u.test(result) && /^[\p{L}\p{N}]/u.test(piece.text);
    result += glued ? ` ${piece.text}` : piece.text;
    apart = piece.apart === true || (apart && piece.text === '');
  }
  return result;
}

function htmlText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, '')
    .replace(TAG, (tag) => {
      if (BREAKING_TAG.test(tag)) return '\n';
      if (/^<img\b/i.test(tag)) return ` ${ALTERNATIVE.exec(tag)?.slice(2).join('') ?? ''} `;
      return /^<\/?t[dh]\b/i.test(tag) ? ' ' : '';
    });
}
