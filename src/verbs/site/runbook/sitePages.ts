import { posix } from 'node:path';
import type { RootContent } from 'mdast';
import { runbookUrl } from '../../../alerts';
import type { Catalog, DataFiles, Pipeline } from '../../../catalog';
import { decoded } from '../../../catalog/decoded';
import { frontMatter } from '../../../catalog/markdown/frontMatter';
import { type Heading, parseMarkdown } from '../../../catalog/markdown/parseMarkdown';
import { percentDecoded } from '../../../text/percentDecoded';
import type { Definitions } from './resolved';
import { definitionsOf } from './resolved';

/** A page of the runbooks folder, and where it is on the site. */
export interface RunbookPage {
  /** Path below the site's folder. */
  readonly path: string;
  /** Title of the document; its file name without one. */
  readonly title: string;
  /** All blocks, without front matter. */
  readonly blocks: readonly RootContent[];
  /** In order. */
  readonly headings: readonly Heading[];
  /** The addresses of its reference links. */
  readonly definitions: Definitions;
}

/** Pages by their path in the data folder. */
export type RunbookPages = ReadonlyMap<string, RunbookPage>;

const MARKDOWN = /^runbooks\/[^/]+\.md$/;

/** All pages of the runbooks folder: a runbook is on its pipeline's page, any other has a page of its own. */
export function runbookPages(files: DataFiles, { pipelines }: Catalog): RunbookPages {
  const owners = new Map(pipelines.flatMap(ownRunbook));
  const pages = [...files].flatMap(([path, bytes]): [string, RunbookPage][] => {
    const text = MARKDOWN.test(path) ? decoded(bytes) : undefined;
    if (text === undefined) return [];
    const name = posix.basename(path, '.md');
    const body = frontMatter(text)?.body ?? text;
    const { blocks, headings } = parseMarkdown(body);
    const title = headings.find(({ depth }) => depth === 1)?.text ?? name;
    const pipeline = owners.get(path);
    const at = pipeline === undefined ? `pages/${name.toLowerCase()}.html` : `pipelines/${pipeline.id}.html`;
    return [[path, { path: at, title, blocks, headings, definitions: definitionsOf(blocks) }]];
  });
  return new Map(pages);
}

function ownRunbook(pipeline: Pipeline): [string, Pipeline][] {
  return pipeline.runbook === undefined ? [] : [[`runbooks/${pipeline.runbook.file}`, pipeline]];
}

/** The runbook of a pipeline; undefined if it has none. */
export function runbookOf({ runbook }: Pipeline, pages: RunbookPages): RunbookPage | undefined {
  return runbook && pages.get(`runbooks/${runbook.file}`);
}

/**
 * Where a link of a runbook leads on the site: to an anchor, to another page, to a file of the
 * data where the runbooks are, or elsewhere.
 * @param root the relative path from the page to the site's folder
 * @returns undefined for anything but a web or mail address
 */
export function linkTarget(
  url: string,
  {
    pages,
    catalog,
    root,
  }: { readonly pages: RunbookPages; readonly catalog: Catalog; readonly root: string },
): string | undefined {
  if (/^(https?|mailto):/i.test(url)) return url;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || url.startsWith('/')) return undefined;
  if (url.startsWith('#')) return url;
  const [address = '', fragment] = url.split('#', 2);
  const path = posix.join('runbooks', percentDecoded(address.split('?')[0] ?? ''));
  const anchor = fragment === undefined ? '' : `#${fragment}`;
  const page = pages.get(path);
  if (page !== undefined) return `${root}${page.path}${anchor}`;
  return `${new URL(runbookUrl(catalog.organization, 'x')).href.replace(/x$/, '')}${posix.relative('runbooks', path)}${anchor}`;
}
