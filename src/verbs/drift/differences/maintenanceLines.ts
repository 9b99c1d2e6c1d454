import type { Temporal } from 'temporal-polyfill';
import { type Catalog, officeOf } from '../../../catalog';
import type { DowntimeOnce } from '../../../deployment';

/**
 * The lines of `maintenance.yaml` that would make a downtime made by hand one of the data's: one for
 * all pipelines of a zone, as times are local to each pipeline's office.
 * @param pipelines ids
 * @param now when a downtime without a beginning begins
 * @example
 * // ['- { pipelines: [aggregate-profit], from: 2026-12-05T22:00, until: 2026-12-06T04:00 }']
 */
export function maintenanceLines(
  catalog: Catalog,
  pipelines: readonly string[],
  { from, until }: DowntimeOnce,
  now: Temporal.Instant,
): string[] {
  const zones = new Map<string, string[]>();
  for (const pipeline of catalog.pipelines.filter(({ id }) => pipelines.includes(id))) {
    const { timeZone } = officeOf(catalog, pipeline);
    zones.set(timeZone, [...(zones.get(timeZone) ?? []), pipeline.id]);
  }
  return [...zones].map(([timeZone, ids]) => {
    const local = (at: Temporal.Instant, roundingMode: 'floor' | 'ceil') =>
      at
        .round({ smallestUnit: 'minute', roundingMode })
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
    return `- { pipelines: [${ids.join(', ')}], from: ${local(from ?? now, 'floor')}, until: ${local(until, 'ceil')} }`;
  });
}
