import type { PhrasingContent } from 'mdast';
import type { Lines, Position } from './lines';

/** Words, and marks without a meaning at their place. */
const TEXT = /(?:[^*_`[\]!&\\<]+|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|!(?!\[)|&(?![#A-Za-z0-9]+;)|<(?= ))+/y;
const CODE = /`(?! )([^`]+)(?<! )`(?!`)/y;
/** Two asterisks that can only begin bold words. */
const STRONG_BEGINS = /(?<![^ ])\*\*(?=[A-Za-z0-9`["'(])/y;
/** Two asterisks that end the bold words before them. */
const STRONG_ENDS = /(?<=[A-Za-z0-9])\*\*(?![^ .,;:?!)"'/-])|(?<=[.,;:?!)"'`])\*\*(?![^ ])/y;
const LINK_BEGINS = /\[(?!\^)/y;
const LINK_ENDS = /\]\(((?:[\w./:?#@%+=,;~-]|&(?![#A-Za-z0-9]+;))+)\)/y;

/**
 * Running text, read line by line: words, code between single backticks, bold words, and links
 * with their address, each within one line.
 */
export class RunningText {
  readonly nodes: PhrasingContent[] = [];
  private line = '';
  private index = 0;
  private at = 0;

  constructor(private readonly lines: Lines) {}

  /**
   * Adds the rest of a line.
   * @returns false if there is anything else on it
   */
  add(index: number, from: number): boolean {
    if (this.nodes.length > 0) this.addLineEnd(index);
    this.line = this.lines.text(index);
    this.index = index;
    this.at = from;
    this.addNodes(this.nodes, [this.text, this.code, this.link, this.strong]);
    return this.at === this.line.length && !this.line.endsWith(' ');
  }

  private addLineEnd(index: number): void {
    const end = this.lines.point(index, 0);
    const last = this.nodes.at(-1);
    if (last?.type !== 'text') {
      const position = { start: this.lines.endOf(this.index), end };
      this.nodes.push({ type: 'text', value: '\n', position });
    } else {
      last.value += '\n';
      if (last.position !== undefined) last.position.end = end;
    }
  }

  /** Adds nodes up to the end of the line, or to a mark that begins none of those wanted. */
  private addNodes(to: PhrasingContent[], kinds: readonly ((to: PhrasingContent[]) => boolean)[]): void {
    while (kinds.some((add) => add(to)));
  }

  private readonly text = (to: PhrasingContent[]): boolean => {
    const from = this.at;
    const [value] = this.next(TEXT) ?? [];
    if (value === undefined) return false;
    const last = to.at(-1);
    if (last?.type === 'text') {
      last.value += value;
      if (last.position !== undefined) last.position.end = this.lines.point(this.index, this.at);
    } else to.push({ type: 'text', value, position: this.since(from) });
    return true;
  };

  private readonly code = (to: PhrasingContent[]): boolean => {
    const from = this.at;
    const [, value] = this.next(CODE) ?? [];
    if (value === undefined) return false;
    to.push({ type: 'inlineCode', value, position: this.since(from) });
    return true;
  };

  private readonly link = (to: PhrasingContent[]): boolean => {
    const from = this.at;
    const children: PhrasingContent[] = [];
    if (this.next(LINK_BEGINS) === undefined) return false;
    this.addNodes(children, [this.text, this.code]);
    const [, url] = (children.length > 0 && this.next(LINK_ENDS)) || [];
    if (url === undefined) return this.backTo(from);
    to.push({ type: 'link', title: null, url, children, position: this.since(from) });
    return true;
  };

  private readonly strong = (to: PhrasingContent[]): boolean => {
    const from = this.at;
    const children: PhrasingContent[] = [];
    if (this.next(STRONG_BEGINS) === undefined) return false;
    this.addNodes(children, [this.text, this.code, this.link]);
    if (this.next(STRONG_ENDS) === undefined) return this.backTo(from);
    to.push({ type: 'strong', children, position: this.since(from) });
    return true;
  };

  private next(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line) ?? undefined;
    if (found !== undefined) this.at = pattern.lastIndex;
    return found;
  }

  private backTo(from: number): false {
    this.at = from;
    return false;
  }

  private since(from: number): Position {
    return this.lines.onLine(this.index, from, this.at);
  }
}
