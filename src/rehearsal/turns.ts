import { Temporal } from 'temporal-polyfill';
import type { Layer } from '../deployment/deployment';
import { DAY, dayAt } from '../time/localDay';
import { zoneOffsets } from '../time/zoneOffsets';

/**
 * How PagerDuty counts a turn's seconds when the clocks change.
 *
 * PagerDuty does not document whether a turn of whole days is a number of elapsed
 * seconds, so that its hand-off moves by an hour in summer, or a number of local days
 * in the schedule's zone, so that the hand-off keeps its local time. A schedule is safe
 * if both readings name the same person, so check both.
 *
 * - `elapsed`: every length is that many seconds.
 * - `wall-clock`: a turn of whole days is that many local days, and a
 *   restriction ends at its local time. Turns of other lengths are elapsed.
 *
 * In a zone without daylight saving both are the same.
 */
export type Counting = 'elapsed' | 'wall-clock';

const SECONDS_A_DAY = 86_400;
const NANOSECONDS_A_SECOND = 1_000_000_000n;

/**
 * The number of the layer's turn at an instant: 0 begins at
 * `rotationVirtualStart`, the turn before it is -1.
 * @see https://support.pagerduty.com/docs/schedules
 */
export function turnAt(layer: Layer, timeZone: string, at: Temporal.Instant, counting: Counting): number {
  const days = wholeDays(layer, counting);
  if (days === undefined) {
    const elapsed = at.epochNanoseconds - layer.rotationVirtualStart.epochNanoseconds;
    return Number(floorDivide(elapsed, nanoseconds(layer)));
  }
  // Days alone can be a turn off: before the time of the hand-off, and where a clock change skips it.
  let turn = Math.floor((dayAt(at, timeZone) - dayAt(layer.rotationVirtualStart, timeZone)) / days);
  while (Temporal.Instant.compare(at, turnStart(layer, timeZone, turn, counting)) < 0) turn -= 1;
  while (Temporal.Instant.compare(turnStart(layer, timeZone, turn + 1, counting), at) <= 0) turn += 1;
  return turn;
}

/** When a turn begins; it ends where the next one does. */
export function turnStart(
  layer: Layer,
  timeZone: string,
  turn: number,
  counting: Counting,
): Temporal.Instant {
  const anchor = layer.rotationVirtualStart;
  const days = wholeDays(layer, counting);
  if (days === undefined) {
    return Temporal.Instant.fromEpochNanoseconds(anchor.epochNanoseconds + BigInt(turn) * nanoseconds(layer));
  }
  if (turn === 0) return anchor;
  const zone = zoneOffsets(timeZone);
  const local = zone.localOf(anchor.epochMilliseconds) + turn * days * DAY;
  return Temporal.Instant.fromEpochMilliseconds(zone.compatibleInstantOf(local));
}

/** The turn's length in local days; undefined if it counts as elapsed seconds. */
function wholeDays(layer: Layer, counting: Counting): number | undefined {
  const seconds = layer.turnLength.total('seconds');
  return counting === 'wall-clock' && seconds % SECONDS_A_DAY === 0 ? seconds / SECONDS_A_DAY : undefined;
}

/** BigInt, because the nanoseconds of a long turn are more than a number holds exactly. */
function nanoseconds(layer: Layer): bigint {
  return BigInt(layer.turnLength.total('seconds')) * NANOSECONDS_A_SECOND;
}

/** BigInt division rounds towards zero; turns before the virtual start need the floor. */
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
