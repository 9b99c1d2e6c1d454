import type { CST } from 'yaml';

/**
 * Most entries of a map or list: twice the largest account of docs/scale.md. Reading takes
 * time in proportion to the entries, 0.1 ms for each pipeline.
 */
const MAX_ENTRIES = 20_000;

/** How to report a map or list with more. */
export const CROWDED = {
  message: `more than ${MAX_ENTRIES} entries in one map or list`,
  wayOut: `keep at most ${MAX_ENTRIES} entries: remove old ones`,
};

/**
 * The offset of the first map or list with too many entries, found in the tokens before
 * anything is composed from them.
 */
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
