import { Temporal } from 'temporal-polyfill';
import type { Span } from './span';
import { zoneOffsets } from './zoneOffsets';

/** A change of a zone's clocks. */
export interface ClockChange {
  /** The first instant with the new offset. */
  readonly at: Temporal.Instant;
  /** By how much the clocks go forward, in milliseconds; negative if they go back. */
  readonly forward: number;
}

/**
 * The changes of a zone's clocks within a span, in order; none where they never change.
 * @example
 * clockChanges('Europe/London', { from: 2026-11-26T00:00:00Z, until: 2027-11-26T00:00:00Z })
 * // at 2027-03-28T01:00:00Z by an hour, at 2027-10-31T01:00:00Z by an hour back
 */
export function clockChanges(timeZone: string, { from, until }: Span): readonly ClockChange[] {
  const changes = zoneOffsets(timeZone).changesIn(from.epochMilliseconds, until.epochMilliseconds);
  return changes.map(({ at, forward }) => ({ at: Temporal.Instant.fromEpochMilliseconds(at), forward }));
}

/**
 * Whether a span of local time contains no clock change: elapsed and wall time count it the
 * same, and both of its ends occur exactly once.
 * @param begins milliseconds as if the local time were UTC
 * @param length in milliseconds
 */
export function isSteady(begins: number, length: number, timeZone: string): boolean {
  const zone = zoneOffsets(timeZone);
  const [from, until] = [begins, begins + length].map((local) => zone.compatibleInstantOf(local)) as [
    number,
    number,
  ];
  const areOnce = [from, until].every((at) => !zone.occursTwice(at));
  return (
    areOnce &&
    zone.localOf(from) === begins &&
    zone.localOf(until) === begins + length &&
    until - from === length
  );
}
