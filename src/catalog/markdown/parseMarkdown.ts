import { slug } from 'github-slugger';
import type { List, Nodes, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Place } from '../yaml/parseYaml';

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
}

/** Reads Markdown; places are those of the text. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const nodes = fromMarkdown(text).children;
  const headings = nodes.flatMap((node, index): Heading[] => {
    if (node.type !== 'heading') return [];
    const after = nodes.slice(index + 1);
    const end = after.findIndex((other) => other.type === 'heading' && other.depth <= node.depth);
    const title = textOf(node);
    const content = end < 0 ? after : after.slice(0, end);
    return [{ depth: node.depth, text: title, slug: slug(title), content, ...placeOf(node) }];
  });
  return { headings, links: linksOf(nodes) };
}

/** Text of a node in one line, without Markdown, HTML and images. */
export function textOf(node: Nodes): string {
  return plainText(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}

/** The label of a paragraph that begins with one in bold, e.g. `Meaning.` */
export function labelOf(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const first = node.children[0];
  return first?.type === 'strong' ? textOf(first) : undefined;
}

/** Text of a paragraph after its bold label. */
export function textAfterLabel(node: Paragraph): string {
  return textOf({ ...node, children: node.children.slice(1) });
}

/** The items of a list, one line each. */
export function itemsOf(list: List): string[] {
  return list.children.map((item) => item.children.map(textOf).join(' '));
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
