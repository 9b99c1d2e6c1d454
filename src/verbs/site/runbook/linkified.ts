import type { PhrasingContent } from 'mdast';

/** An address as people write it in a sentence: the punctuation after it belongs to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"'`]*[^\s<>"'`.,:;!?)\]}]/g;

/** Text in which written-out addresses are links, as on GitHub. */
export function linkified(text: string, target: (url: string) => string | undefined): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [url] = match;
    const leadsTo = target(url);
    if (leadsTo === undefined) continue;
    if (match.index > end) parts.push({ type: 'text', value: text.slice(end, match.index) });
    parts.push({ type: 'link', url: leadsTo, children: [{ type: 'text', value: url }] });
    end = match.index + url.length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
