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
      return proseLines([{ text: htmlText(node.value) }]);
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
      return proseLines(pieces(node));
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

function proseLines(found: readonly Piece[]): string[] {
  return joined(found)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function pieces(node: Nodes | PhrasingContent): Piece[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ text: node.value.replace(/\s/g, ' ') }];
    case 'break':
      return [{ text: '\n' }];
    case 'html':
      return [{ text: htmlText(node.value) }];
    case 'image':
    case 'imageReference':
      return [{ text: node.alt ?? '', apart: true }];
    case 'footnoteReference':
      return [{ text: '', apart: true }];
    default:
      return 'children' in node ? node.children.flatMap((child: Nodes) => pieces(child)) : [];
  }
}

function joined(found: readonly Piece[]): string {
  let result = '';
  let apart = false;
  for (const piece of found) {
    const glued = /[\p{L}\p{N}]$/u.test(result) && /^[\p{L}\p{N}]/u.test(piece.text);
    result += (apart || piece.apart === true) && glued ? ` ${piece.text}` : piece.text;
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
