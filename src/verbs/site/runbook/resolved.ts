import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { linkified } from './linkified';

/** The addresses of a page's reference links, by label. */
export type Definitions = ReadonlyMap<string, string>;

/** The first definition of each label counts, as on GitHub. */
export function definitionsOf(blocks: readonly RootContent[]): Definitions {
  const found = new Map<string, string>();
  const walk = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const block of blocks) walk(block);
  return found;
}

/** Where the links of a page lead. */
export interface Links {
  readonly definitions: Definitions;
  /** Where an address leads; undefined if it leads nowhere that a page may link to. */
  readonly target: (url: string) => string | undefined;
  /** The anchor of a heading. */
  readonly anchor: (node: Nodes) => string | undefined;
}

/**
 * Self-contained Markdown without markup of its own: HTML becomes the text as it was written, a
 * picture a link to it, a footnote stands where it is referred to. Comments are removed.
 */
export function resolved(nodes: readonly RootContent[], links: Links): RootContent[] {
  return nodes.flatMap((node) => resolvedNode(node, links) as RootContent[]);
}

function resolvedNode(node: RootContent, links: Links): Nodes[] {
  switch (node.type) {
    case 'html':
      return htmlText(node.value);
    case 'definition':
      return [];
    case 'text':
      return linkified(node.value, links.target);
    case 'link':
    case 'linkReference': {
      const url = node.type === 'link' ? node.url : (links.definitions.get(node.identifier) ?? '');
      const children = node.children.flatMap((child) => resolvedLabel(child));
      const target = links.target(url);
      return target === undefined ? children : [{ type: 'link', url: target, children }];
    }
    case 'image':
    case 'imageReference': {
      const url = node.type === 'image' ? node.url : (links.definitions.get(node.identifier) ?? '');
      return picture(node.alt ?? '', links.target(url));
    }
    case 'footnoteReference':
      return [{ type: 'text', value: ` [${node.label ?? node.identifier}]` }];
    case 'footnoteDefinition':
      return [
        { type: 'paragraph', children: [{ type: 'text', value: `[${node.label ?? node.identifier}]` }] },
        ...resolved(node.children, links),
      ];
    case 'heading': {
      const id = links.anchor(node);
      const children = resolved(node.children, links) as PhrasingContent[];
      return [{ ...node, children, ...(id !== undefined && { data: { hProperties: { id } } }) }];
    }
    default:
      if (!('children' in node)) return [node];
      return [{ ...node, children: resolved(node.children as RootContent[], links) } as Nodes];
  }
}

/** A link cannot contain another one. */
function resolvedLabel(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'html') return htmlText(node.value) as PhrasingContent[];
  if (node.type === 'image' || node.type === 'imageReference')
    return [{ type: 'text', value: node.alt ?? '' }];
  return [node];
}

function htmlText(value: string): Nodes[] {
  const shown = value.replace(/<!--[\s\S]*?(-->|$)/g, '');
  if (shown.trim() === '') return [];
  if (/^<br\s*\/?>$/i.test(shown.trim())) return [{ type: 'break' }];
  return [{ type: 'text', value: shown }];
}

function picture(alt: string, target: string | undefined): Nodes[] {
  const text: PhrasingContent = { type: 'text', value: `Picture: ${alt === '' ? 'untitled' : alt}` };
  return target === undefined ? [text] : [{ type: 'link', url: target, children: [text] }];
}
