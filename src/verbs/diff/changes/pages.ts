import type { DataFiles } from '../../../catalog';
import { decoded } from '../../../catalog/decoded';
import { frontMatter } from '../../../catalog/markdown/frontMatter';
import { parseMarkdown } from '../../../catalog/markdown/parseMarkdown';

/** A section of a page: its heading and what follows it until the next heading of any level. */
export interface Section {
  /** The heading as plain text. */
  readonly title: string;
  /** Its anchor on GitHub, unique in valid data. */
  readonly slug: string;
  /** Level of the heading, 1 for `#`. */
  readonly depth: number;
  /** Raw Markdown below the heading. */
  readonly text: string;
}

/** The pages in the runbooks folder by file name, without front matter. */
export function pagesOf(files: DataFiles): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const [path, bytes] of files) {
    const name = /^runbooks\/(.+\.md)$/.exec(path)?.[1];
    if (name === undefined) continue;
    const text = decoded(bytes) ?? '';
    pages.set(name, frontMatter(text)?.body ?? text);
  }
  return pages;
}

/** The sections of a page, in order, without trailing space and outer blank lines. */
export function sectionsOf(page: string): readonly Section[] {
  const lines = page.split('\n');
  const { headings } = parseMarkdown(page);
  return headings.map(({ text: title, slug, depth, line }, index) => {
    const end = (headings[index + 1]?.line ?? lines.length + 1) - 1;
    const below = lines.slice(line, end).map((each) => each.trimEnd());
    return { title, slug, depth, text: below.join('\n').trim() };
  });
}
