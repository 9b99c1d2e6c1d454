import { nearest } from '../../text/nearest';
import { percentDecoded } from '../../text/percentDecoded';
import type { Link } from '../markdown/parseMarkdown';
import type { Reading } from './reading';

/** Links with a scheme point outside the data and are not checked. */
const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;

/** What links have to do with on a page that can be read. */
export interface LinkedPage {
  readonly path: string;
  readonly links: readonly Link[];
  /** Anchors of its headings. */
  readonly anchors: readonly string[];
}

/** Reports links to files or headings that do not exist in the data. */
export function checkLinks(reading: Reading, pages: readonly LinkedPage[]): void {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  for (const page of pages) {
    for (const link of page.links) {
      const wayOut = ELSEWHERE.test(link.url) ? undefined : wayOutOf(reading, page, link, byPath);
      if (wayOut === undefined) continue;
      const problem = {
        code: 'BOOK009',
        message: 'dead link',
        value: link.url,
        wayOut,
      } as const;
      reading.problems.error(reading.at(page.path, link), problem);
    }
  }
}

/** The fix of a dead link; undefined for a working one, and for a link to a page with problems of its own. */
function wayOutOf(
  reading: Reading,
  page: LinkedPage,
  link: Link,
  pages: ReadonlyMap<string, LinkedPage>,
): string | undefined {
  const [address = '', fragment] = link.url.split('#', 2);
  const target = address === '' ? page.path : resolved(percentDecoded(address.split('?')[0] ?? ''));
  if (target === undefined)
    return 'link to a file in the data folder, or write the full address with https://';
  if (!reading.files.has(target)) {
    const known = [...reading.files.keys()].map((path) => path.replace(/^runbooks\//, ''));
    const meant = nearest(target.replace(/^runbooks\//, ''), known);
    return meant
      ? `did you mean "${meant}"?`
      : 'correct the file name: there is no such file in the data folder';
  }
  const anchors = pages.get(target)?.anchors;
  if (fragment === undefined || fragment === '' || anchors === undefined) return undefined;
  const anchor = percentDecoded(fragment);
  if (anchors.includes(anchor)) return undefined;
  const meant = nearest(anchor, anchors);
  return meant
    ? `did you mean "#${meant}"?`
    : 'correct the anchor: it is the heading in lower case, with hyphens';
}

/** The path, relative to the data folder, of an address in a runbook; undefined if it is outside. */
function resolved(address: string): string | undefined {
  if (address.startsWith('/')) return undefined;
  const path = ['runbooks'];
  for (const step of address.split('/')) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
