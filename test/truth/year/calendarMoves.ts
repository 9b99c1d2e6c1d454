import { Temporal } from 'temporal-polyfill';
import type { Change, Objects } from './plan';

/** Two deploys in a row of the same data. */
export interface Night {
  readonly last: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** Until when the last one had planned. */
  readonly horizon: Temporal.Instant;
}

interface Layer {
  readonly name: string;
  readonly start: string;
  readonly end?: string;
}

const isUntil = (text: string | undefined, moment: Temporal.Instant) =>
  text !== undefined && Temporal.Instant.compare(Temporal.Instant.from(text), moment) <= 0;

/** Whether nothing but the calendar explains a change: something is over, or the horizon has reached it. */
export function isCalendar({ address, before, after }: Change, night: Night): boolean {
  const [type = '', name = ''] = address.split('.');
  if (type === 'pagerduty_schedule') {
    if (before === undefined || after === undefined) return false;
    const [{ layer: had, ...others }, { layer: has, ...rest }] = [before, after];
    return (
      JSON.stringify(others) === JSON.stringify(rest) &&
      layersMoved(had as readonly Layer[], has as readonly Layer[], night)
    );
  }
  if (type !== 'datadog_downtime_schedule') return false;
  const [was, is] = [timesOf(before), timesOf(after)];
  // A bridge holds what is not in office hours soon; a holiday's downtime comes with the horizon.
  const isBridge = /__until-\d{4}-\d\d-\d\d-(?:0900|0000)$/.test(name);
  if (!isBridge && !/__\d{4}-\d\d-\d\d$/.test(name)) return false;
  if (before === undefined) {
    return isBridge
      ? !isUntil(is.end, night.now)
      : !isUntil(is.start, night.horizon.subtract({ seconds: 1 }));
  }
  if (after === undefined) return isUntil(was.end, night.now);
  // It has begun, and Datadog takes no beginning in the past.
  return was.end === is.end && is.start === undefined && isUntil(was.start, night.now);
}

/** What is over and still defined: vendors drop layers that have ended, and refuse downtimes that have. */
export function overAt(objects: Objects, now: Temporal.Instant): string[] {
  return [...objects].flatMap(([address, object]) => {
    const layers = (object['layer'] ?? []) as readonly Layer[];
    const ends = [timesOf(object).end, ...layers.map(({ end }) => end)];
    return ends.filter((end) => isUntil(end, now)).map((end) => `${address} until ${end}`);
  });
}

function layersMoved(had: readonly Layer[], has: readonly Layer[], { now, horizon }: Night): boolean {
  const same = (one: Layer) => (other: Layer) => JSON.stringify(one) === JSON.stringify(other);
  const grown = (one: Layer) => (other: Layer) => one.name === other.name && one.start === other.start;
  const gone = had.filter((layer) => !has.some(same(layer)));
  const come = has.filter((layer) => !had.some(same(layer)));
  return (
    gone.every(
      (layer) =>
        isUntil(layer.end, now) ||
        (!isUntil(layer.end, horizon.subtract({ seconds: 1 })) && has.some(grown(layer))),
    ) &&
    come.every((layer) => !isUntil(layer.start, horizon.subtract({ seconds: 1 })) || gone.some(grown(layer)))
  );
}

function timesOf(object: Change['after']): { readonly start?: string; readonly end?: string } {
  return (object?.['one_time_schedule'] ?? {}) as { start?: string; end?: string };
}
