import type { Element, Root } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { Html } from '../html/html';
import { type Links, resolved } from './resolved';

/** The elements that Markdown can produce; no pictures, and no ids except those of headings. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...[
      'p',
      'br',
      'hr',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'pre',
      'code',
      'em',
      'strong',
      'del',
    ],
    ...['ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
};

/**
 * Blocks of a runbook as markup, sanitized: whatever the text says, it runs nothing, loads
 * nothing and looks like nothing but text.
 * @see https://github.com/syntax-tree/hast-util-sanitize
 */
export function rendered(blocks: readonly RootContent[], links: Links): Html {
  const tree = toHast({ type: 'root', children: resolved(blocks, links) });
  const safe = sanitize(tree, SCHEMA) as Root;
  return new Html(toHtml(inWideTables(safe)));
}

/** A table that is wider than a phone is scrolled by itself, by keyboard too. */
function inWideTables(root: Root): Root {
  const wrap = (node: Element): Element => ({
    type: 'element',
    tagName: 'div',
    properties: { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: 'Table' },
    children: [node],
  });
  const walk = <N extends Root | Element>(node: N): N => ({
    ...node,
    children: node.children.map((child) => {
      if (child.type !== 'element') return child;
      return child.tagName === 'table' ? wrap(child) : walk(child);
    }),
  });
  return walk(root);
}
