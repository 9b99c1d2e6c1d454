import type { Temporal } from 'temporal-polyfill';
import { clockChanges } from '../time/clockChanges';
import { dayAt, dayOfDate } from '../time/localDay';
import { recurringInstant } from '../time/recurringInstant';
import type { RotationOrder } from './rotationOrder';
import { SECONDS_A_DAY } from './turnLength';

/** A version whose length of a turn is known. */
export interface Version<User> extends RotationOrder<User> {
  readonly turnDays: number;
}

/** When a turn of a version begins; the first is number 0. */
export function turnStart(version: Version<unknown>, turn: number): Temporal.Instant {
  const { from, turnDays } = version;
  const date = from.toPlainDate().add({ days: turn * turnDays });
  return recurringInstant(date.toPlainDateTime(handOffTime(version)), from.timeZoneId);
}

/** The next turn's start; the last turn lasts until the next version, whose hand-off may be at another time of day. */
export function turnEnd(
  version: Version<unknown>,
  turn: number,
  next: RotationOrder<unknown> | undefined,
): Temporal.Instant {
  const isLast = next !== undefined && turn + 1 === turnsBefore(version, next);
  return isLast ? next.from.toInstant() : turnStart(version, turn + 1);
}

/** How many turns a version has. */
export function turnsBefore({ from, turnDays }: Version<unknown>, next: RotationOrder<unknown>): number {
  return from.toPlainDate().until(next.from.toPlainDate()).days / turnDays;
}

/** Numbers of the turns before `until` whose elapsed length is not the nominal one, ascending. */
export function irregularTurns(
  version: Version<unknown>,
  next: RotationOrder<unknown> | undefined,
  until: Temporal.Instant,
): number[] {
  const { from, turnDays } = version;
  const turns = new Set<number>();
  const last = next && turnsBefore(version, next) - 1;
  const look = (turn: number) => {
    const isInVersion = turn >= 0 && (last === undefined || turn <= last);
    if (isInVersion && isIrregular(version, turn, next)) turns.add(turn);
  };
  // A version may begin in the very hour that is skipped, and so after the change.
  const since = from.toInstant().subtract({ hours: 24 });
  for (const { at } of clockChanges(from.timeZoneId, { from: since, until })) {
    const around = Math.floor((dayAt(at, from.timeZoneId) - dayOfDate(from)) / turnDays);
    // A hand-off may fall into the very hour that is skipped or repeated: look at the neighbours, too.
    for (const turn of [around - 1, around, around + 1]) look(turn);
  }
  if (last !== undefined && endsAtAnotherTime(version, next)) turns.add(last);
  return [...turns].sort((a, b) => a - b);
}

/** Whether the next version hands off at another time of day. */
export function endsAtAnotherTime(
  version: Version<unknown>,
  next: RotationOrder<unknown> | undefined,
): boolean {
  return next !== undefined && !handOffTime(version).equals(handOffTime(next));
}

function handOffTime({ from, handOffAt }: RotationOrder<unknown>): Temporal.PlainTime {
  return handOffAt ?? from.toPlainTime();
}

function isIrregular(
  version: Version<unknown>,
  turn: number,
  next: RotationOrder<unknown> | undefined,
): boolean {
  const elapsed = turnStart(version, turn)
    .until(turnEnd(version, turn, next))
    .total('seconds');
  return elapsed !== version.turnDays * SECONDS_A_DAY;
}
