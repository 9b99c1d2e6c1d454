import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type Maintenance, officeOf, type Pipeline } from '../../catalog';
import { instantJson } from '../../cli/json';
import { horizonOf, isBefore } from '../../roster';
import { wrapped } from '../../text/wrapped';
import { shortTimeText } from '../../time/localTime';
import { contains } from '../../time/span';

/** The maintenances of a pipeline that are under way at a moment, or begin before a later one, in order. */
export function maintenanceFrom(
  { maintenance = [] }: Pick<Pipeline, 'maintenance'>,
  at: Temporal.Instant,
  until: Temporal.Instant,
): readonly Maintenance[] {
  return maintenance.filter((each) => isBefore(at, each.until) && isBefore(each.from, until));
}

/** A line for each maintenance up to the horizon, in the time of the pipeline's office. */
export function maintenanceText(pipeline: Pipeline, catalog: Catalog, at: Temporal.Instant): string[] {
  const { organization } = catalog;
  const { timeZone } = officeOf(catalog, pipeline);
  const elsewhere = timeZone === organization.timeZone ? '' : ` (${timeZone})`;
  const moment = (when: Temporal.Instant) => shortTimeText(when, timeZone, at);
  return maintenanceFrom(pipeline, at, horizonOf(at, organization)).map((each) => {
    const from = contains(each, at) ? '' : `from ${moment(each.from)} `;
    return wrapped(`${pipeline.id}: alerts muted ${from}until ${moment(each.until)}${elsewhere}`);
  });
}

/** The same for programs, and until when its alerts are muted at that moment. */
export function maintenanceJson(pipeline: Pipeline, catalog: Catalog, at: Temporal.Instant): object {
  const { timeZone } = officeOf(catalog, pipeline);
  const all = maintenanceFrom(pipeline, at, horizonOf(at, catalog.organization));
  const running = all.find((each) => contains(each, at));
  return {
    mutedUntil: running === undefined ? null : instantJson(running.until, timeZone),
    maintenance: all.map(({ from, until }) => ({
      from: instantJson(from, timeZone),
      until: instantJson(until, timeZone),
    })),
  };
}
