import type { CST } from 'yaml';

/** Most keys of a map, and most entries of a list: a team's data has a hundredth of that. */
const MAX_ENTRIES = 5_000;

/** What is told of one. */
export const CROWDED = {
  message: `a map or list of more than ${MAX_ENTRIES} entries`,
  wayOut: `keep it below ${MAX_ENTRIES} entries: remove what is past`,
};

/** Where a map or list with too many entries begins; looked for before anything is made of them. */
export function crowded(tokens: readonly CST.Token[]): number | undefined {
  const waiting: (CST.Token | null | undefined)[] = [...tokens];
  let found: number | undefined;
  for (let token = waiting.pop(); waiting.length > 0 || token !== undefined; token = waiting.pop()) {
    if (token === undefined || token === null) continue;
    if (token.type === 'document') waiting.push(token.value);
    if (!('items' in token)) continue;
    if (token.items.length > MAX_ENTRIES && (found === undefined || token.offset < found))
      found = token.offset;
    for (const { key, value } of token.items) waiting.push(key, value);
  }
  return found;
}
