import { slug } from 'github-slugger';
import type { Nodes, RootContent } from 'mdast';
import { toString as rawText } from 'mdast-util-to-string';
import type { Place } from '../yaml/parseYaml';
import { gfm } from './gfm';
import { textOf } from './plainText';
import { type StrayMark, strayMarks, withPlainSpaces } from './strayMarks';

/** A heading and its section. */
export interface Heading extends Place {
  /** 1 for `#`. */
  readonly depth: number;
  /** Plain text, without Markdown. */
  readonly text: string;
  /** Anchor on GitHub. */
  readonly slug: string;
  /** The blocks up to the next heading of the same or a higher level. */
  readonly content: readonly RootContent[];
}

/** A link, an image, or a definition of either. */
export interface Link extends Place {
  readonly url: string;
}

/** What the checks need of a Markdown text. */
export interface ParsedMarkdown {
  /** All blocks, as they are written. */
  readonly blocks: readonly RootContent[];
  /** In order; the content of a section includes that of its subsections. */
  readonly headings: readonly Heading[];
  /** In order. */
  readonly links: readonly Link[];
  /** Lines that only look like headings or list items, but are read as such. */
  readonly strays: readonly StrayMark[];
}

/** Parses Markdown as GitHub does. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const written = gfm(text).children;
  const strays = strayMarks(text, written);
  const nodes = strays.length === 0 ? written : gfm(withPlainSpaces(text, strays)).children;
  return { blocks: written, headings: headingsOf(nodes), links: linksOf(nodes), strays };
}

/** Walks backwards, so that the end of each section is already known. */
function headingsOf(nodes: readonly RootContent[]): Heading[] {
  const headings: Heading[] = [];
  const ends = new Array<number>(7).fill(nodes.length);
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node?.type !== 'heading') continue;
    const content = nodes.slice(index + 1, ends[node.depth]);
    headings.push({ depth: node.depth, text: textOf(node), slug: slugOf(node), content, ...placeOf(node) });
    ends.fill(index, node.depth);
  }
  return headings.reverse();
}

/** GitHub derives the anchor from the text alone, and keeps consecutive blanks. */
export function slugOf(heading: Nodes): string {
  return slug(rawText(heading, { includeHtml: false, includeImageAlt: false }).replace(/[\r\n]/g, ''));
}

/** Walks without recursion: quotes may be nested deeply. */
function linksOf(nodes: readonly Nodes[]): Link[] {
  const links: (Link & { offset: number })[] = [];
  const waiting: Nodes[] = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ url: node.url, offset: node.position?.start.offset ?? 0, ...placeOf(node) });
    }
    if ('children' in node) waiting.push(...node.children);
  }
  return links.sort((a, b) => a.offset - b.offset);
}

function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
