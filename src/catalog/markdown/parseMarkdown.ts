import { slug } from 'github-slugger';
import type { Nodes, RootContent } from 'mdast';
import { toString as rawText } from 'mdast-util-to-string';
import type { Place } from '../yaml/parseYaml';
import { gfm } from './gfm';
import { textOf } from './plainText';
import { type StrayMark, strayMarks, withPlainSpaces } from './strayMarks';

/** A heading and what follows it until the next heading of the same or a higher level. */
export interface Heading extends Place {
  /** 1 for `#`. */
  readonly depth: number;
  /** Text without Markdown. */
  readonly text: string;
  /** Anchor on GitHub. */
  readonly slug: string;
  readonly content: readonly RootContent[];
}

/** A link, an image or the definition of one. */
export interface Link extends Place {
  readonly url: string;
}

/** What the checks need of a Markdown text. */
export interface ParsedMarkdown {
  /** In order; the contents of a section include those of its subsections. */
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  /** Lines that are read as the headings and items that they look like. */
  readonly strays: readonly StrayMark[];
}

/** Reads Markdown as GitHub does; places are those of the text. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const written = gfm(text).children;
  const strays = strayMarks(text, written);
  const nodes = strays.length === 0 ? written : gfm(withPlainSpaces(text, strays)).children;
  return { headings: headingsOf(nodes), links: linksOf(nodes), strays };
}

/** From the last to the first, so that the end of each section is known when it is met. */
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

/** GitHub makes the anchor of the text alone, two blanks and all. */
function slugOf(heading: Nodes): string {
  return slug(rawText(heading, { includeHtml: false, includeImageAlt: false }).replace(/[\r\n]/g, ''));
}

/** Walks without recursion: quotes may nest as deeply as somebody likes. */
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
