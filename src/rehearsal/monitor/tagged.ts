import type { PlayedSeries } from './expression';

/** Whether a query's series reads one that is reported. */
export function isRead(
  { metric, tags, without }: PlayedSeries,
  series: { readonly metric: string; readonly tags: readonly string[] },
): boolean {
  return (
    series.metric === metric &&
    tags.every((tag) => hasTag(series.tags, tag)) &&
    !without.some((tag) => hasTag(series.tags, tag))
  );
}

/** A `*` in a query's tag stands for any text. */
function hasTag(tags: readonly string[], wanted: string): boolean {
  if (!wanted.includes('*')) return tags.includes(wanted);
  const parts = wanted.split('*').map((part) => part.replace(/[.]/g, '\\.'));
  const form = new RegExp(`^${parts.join('.*')}$`, 'u');
  return tags.some((tag) => form.test(tag));
}
