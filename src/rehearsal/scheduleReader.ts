import { Temporal } from 'temporal-polyfill';
import type { Layer, Schedule } from '../deployment/deployment';
import { DeploymentError } from '../deployment/deploymentError';
import { isBefore, type Span } from '../time/span';
import { isActiveAt, type LayerTimes, layerTimes, turnIn } from './layerTimes';
import { restrictionWindows } from './restrictionWindows';
import { type Counting, turnAt } from './turns';

/** A time in which a schedule has the same person on call, or nobody. */
export interface RenderedShift extends Span {
  /** Log-in e-mail; undefined if nobody is on call. */
  readonly email: string | undefined;
}

/**
 * Who PagerDuty pages through a schedule at an instant: the user whose turn it is in the
 * last layer that is active then. A layer is active from its start until its end, and if
 * it has restrictions, only within one of them. Turns are counted from
 * `rotationVirtualStart`, and restrictions hide turns without moving them.
 *
 * @param counting How turns pass a clock change; check both. @default 'elapsed'
 * @returns the log-in e-mail; undefined if nobody is on call
 * @throws DeploymentError if the layer that decides has no users
 * @see https://support.pagerduty.com/docs/schedules
 */
export function onDutyAt(
  schedule: Schedule,
  at: Temporal.Instant,
  counting: Counting = 'elapsed',
): string | undefined {
  const layer = schedule.layers.findLast((candidate) => isActive(candidate, schedule.timeZone, at, counting));
  return layer === undefined ? undefined : userAt(layer, schedule, at, counting);
}

/**
 * Who is on call during a span, as consecutive shifts that cover it exactly.
 * Computed from the instants at which anything can change, not by sampling;
 * neighbours with the same person are one shift.
 *
 * @param counting How turns pass a clock change; check both. @default 'elapsed'
 * @throws RangeError if the span ends before it begins
 * @throws DeploymentError if a layer that decides has no users
 * @example
 * // Two users in turns of a week from 2026-01-05T01:00Z, rendered until 2026-01-19T01:00Z:
 * // [{ from: 2026-01-05T01:00Z, until: 2026-01-12T01:00Z, email: 'aidil@xyz-tech.example' },
 * //  { from: 2026-01-12T01:00Z, until: 2026-01-19T01:00Z, email: 'thiru@xyz-tech.example' }]
 */
export function render(schedule: Schedule, span: Span, counting: Counting = 'elapsed'): RenderedShift[] {
  if (isBefore(span.until, span.from)) {
    throw new RangeError(`the span ends (${span.until}) before it begins (${span.from})`);
  }
  const times = timesOf(schedule, span, counting);
  const edges = [span.from, ...edgesOf(times, span), span.until];
  const shifts: RenderedShift[] = [];
  for (const [index, from] of edges.entries()) {
    const until = edges[index + 1];
    if (until === undefined || from.equals(until)) continue;
    const decides = times.findLast((each) => isActiveAt(each, from));
    const email = decides && userOf(decides.layer, schedule, turnIn(decides, from));
    const before = shifts.at(-1);
    if (before !== undefined && before.email === email) shifts[shifts.length - 1] = { ...before, until };
    else shifts.push({ from, until, email });
  }
  return shifts;
}

function timesOf({ layers, timeZone }: Schedule, span: Span, counting: Counting) {
  return layers
    .map((layer) => ({ layer, ...layerTimes(layer, timeZone, span, counting) }))
    .filter(({ active }) => active.length > 0);
}

function edgesOf(times: readonly LayerTimes[], span: Span): Temporal.Instant[] {
  const all = times
    .flatMap(({ active, handOffs }) => [...active.flatMap(({ from, until }) => [from, until]), ...handOffs])
    .filter((at) => isBefore(span.from, at) && isBefore(at, span.until))
    .sort(Temporal.Instant.compare);
  return all.filter((at, index) => index === 0 || !all[index - 1]?.equals(at));
}

/** Whether the layer is active at the instant, and no restriction hides it. */
function isActive(layer: Layer, timeZone: string, at: Temporal.Instant, counting: Counting): boolean {
  if (isBefore(at, layer.start)) return false;
  if (layer.end !== undefined && !isBefore(at, layer.end)) return false;
  const moment = { from: at, until: at.add({ nanoseconds: 1 }) };
  return (
    layer.restrictions.length === 0 ||
    layer.restrictions.some(
      (restriction) => restrictionWindows(restriction, timeZone, moment, counting).length > 0,
    )
  );
}

function userAt(layer: Layer, schedule: Schedule, at: Temporal.Instant, counting: Counting): string {
  const turn = layer.users.length > 1 ? turnAt(layer, schedule.timeZone, at, counting) : 0;
  return userOf(layer, schedule, turn);
}

/** Who has a layer's turn of some number. */
function userOf(layer: Layer, schedule: Schedule, turn: number): string {
  const count = layer.users.length;
  const user = layer.users[((turn % count) + count) % count];
  if (user === undefined)
    throw new DeploymentError(schedule.key, 'layers', 'a layer has no users', layer.name);
  return user;
}
