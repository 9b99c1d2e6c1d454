import { posix } from 'node:path';
import { attributesOf } from './folder';

/** Every link and picture of a site that leads nowhere, one line each: to a page that is not there, or to no anchor of it. */
export function brokenLinks(site: ReadonlyMap<string, string>): readonly string[] {
  const pages = [...site].filter(([path]) => path.endsWith('.html'));
  return pages.flatMap(([path, text]) =>
    linksOf(text).flatMap((link) => {
      if (/^(https|mailto|webcal):/.test(link)) return [];
      const [address = '', fragment] = link.split('#');
      const target = address === '' ? path : posix.join(posix.dirname(path), address);
      const found = site.get(target);
      const leads = found !== undefined && (fragment === undefined || found.includes(` id="${fragment}"`));
      return leads ? [] : [`${path}: ${link}`];
    }),
  );
}

function linksOf(text: string): readonly string[] {
  const links = [...attributesOf(text, 'a'), ...attributesOf(text, 'link')].map(({ href }) => href);
  const images = [...attributesOf(text, 'img'), ...attributesOf(text, 'source')];
  return [...links, ...images.map(({ src, srcset }) => src ?? srcset)].flatMap((link) => link ?? []);
}
