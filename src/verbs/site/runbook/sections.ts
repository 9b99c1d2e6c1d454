import type { RootContent } from 'mdast';
import type { Catalog } from '../../../catalog';
import { type Heading, slugOf } from '../../../catalog/markdown/parseMarkdown';
import { PART_WORDS, type PartName, sectionParts } from '../../../catalog/markdown/sectionParts';
import { html, type Part } from '../html/html';
import { rendered } from './rendered';
import type { Links } from './resolved';
import { linkTarget, type RunbookPage, type RunbookPages } from './sitePages';

/** Renders one page of the runbooks folder; each anchor occurs once. */
export class RunbookRenderer {
  private readonly links: Links;

  /**
   * @param root the relative path from the page to the site's folder
   * @param taken anchors that the page itself uses
   */
  constructor(
    readonly page: RunbookPage,
    {
      pages,
      catalog,
      root,
      taken,
    }: { pages: RunbookPages; catalog: Catalog; root: string; taken: readonly string[] },
  ) {
    const given = new Set(taken);
    this.links = {
      definitions: page.definitions,
      target: (url) => linkTarget(url, { pages, catalog, root }),
      anchor: (node) => {
        const id = slugOf(node);
        if (id === '' || given.has(id)) return undefined;
        given.add(id);
        return id;
      },
    };
  }

  /** Blocks as they are. */
  blocks(blocks: readonly RootContent[]): Part {
    return blocks.length > 0 && rendered(blocks, this.links);
  }

  /** The whole page, with its headings. */
  whole(): Part {
    return this.blocks(this.page.blocks);
  }

  /** Everything before the first section, without the document's title. */
  intro(): Part {
    const { blocks } = this.page;
    const first = blocks.findIndex((node) => node.type === 'heading' && node.depth === 2);
    const before = first < 0 ? blocks : blocks.slice(0, first);
    return this.blocks(before.filter((node) => node.type !== 'heading'));
  }

  /** The section of an alert: what to do, then what it means. A section without such parts stays as it is. */
  alert(heading: Heading): Part {
    const { before, parts, others } = sectionParts(heading);
    const labelled = (Object.keys(PART_WORDS) as PartName[]).some((name) => parts[name] !== undefined);
    if (!labelled) return this.blocks(heading.content);
    const part = (name: PartName) =>
      parts[name] !== undefined && html`<h4>${PART_WORDS[name][0]}</h4>\n${this.blocks(parts[name])}\n`;
    return [part('check'), part('repair'), this.blocks(others), this.blocks(before), part('meaning')];
  }
}
