import * as z from 'zod';
import { parsed } from './body';

const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

/**
 * One page of a list, as PagerDuty returns it: 25 objects or as many as requested, up to
 * 100, and no total.
 * @throws PagerDutyError if `limit` or `offset` is out of range
 */
export function page<T>(key: string, objects: readonly T[], query: unknown): Record<string, unknown> {
  const { limit, offset } = parsed(pageQuery, query);
  return {
    [key]: objects.slice(offset, offset + limit),
    limit,
    offset,
    more: offset + limit < objects.length,
    total: null,
  };
}

/** Objects with a text, such as the name, that contains the query. */
export function matching<T>(objects: readonly T[], query: unknown, texts: (object: T) => string[]): T[] {
  const { query: wanted } = parsed(z.object({ query: z.string().optional() }), query);
  if (wanted === undefined) return [...objects];
  const lower = wanted.toLowerCase();
  return objects.filter((object) => texts(object).some((text) => text.toLowerCase().includes(lower)));
}

/**
 * Values of a repeated query key, e.g. `schedule_ids[]`.
 * @returns undefined if it is absent
 */
export function listQuery(query: unknown, key: string): string[] | undefined {
  const value: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, `${key}[]`) : undefined;
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String);
}
