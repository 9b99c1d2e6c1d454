import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../time/recurringInstant';
import type { LayerRestriction, OnCallHours } from './hoursRestrictions';
import { wholeDays } from './turnLength';

/**
 * An order of people, in force from a hand-off until the next version begins.
 * @example
 * { from: Temporal.ZonedDateTime.from('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [spencer, choo] }
 */
export interface RotationOrder<User> {
  /** The hand-off at which it begins, in the schedule's zone; all of its hand-offs have its local time. */
  readonly from: Temporal.ZonedDateTime;
  /**
   * The local time of hand-offs: where the clocks skip it on the day of `from`, or where it is not that of the version before.
   * @default - that of `from`
   */
  readonly handOffAt?: Temporal.PlainTime;
  /** Who is on call, turn after turn; at least one. The first begins at `from`. */
  readonly order: readonly User[];
  /**
   * Length of its turns: whole days, or whole weeks.
   * @default - that of the rotation
   */
  readonly turn?: Temporal.Duration;
  /**
   * When it is on call, in local time of the schedule.
   * @default - the rotation's hours
   */
  readonly hours?: OnCallHours;
}

/** One layer of a PagerDuty schedule. */
export interface ScheduleLayer<User> {
  /** Name in PagerDuty. */
  readonly name: string;
  /** First instant at which it can page anybody. */
  readonly start: Temporal.Instant;
  /** First instant at which it no longer can. @default - the layer never ends */
  readonly end?: Temporal.Instant;
  /** Turns are counted from here; nothing else sets phase and hand-off. */
  readonly rotationVirtualStart: Temporal.Instant;
  /** Length of a turn. */
  readonly turnLengthSeconds: number;
  /** Who takes turns, in order. */
  readonly users: readonly User[];
  /**
   * When the layer is on call, local. Restrictions hide turns without moving them.
   * @default - always
   */
  readonly restrictions?: readonly LayerRestriction[];
}

const SECONDS_A_DAY = 86_400;

/**
 * The base layers of a rotation: one per version, each ending when the next begins, so
 * that nobody's turn moves in the middle of a shift. The last has no end.
 *
 * A turn in which the clocks change is longer or shorter than its nominal length.
 * It is unknown whether PagerDuty counts whole-day turns by elapsed seconds or by the
 * wall clock. Such a turn therefore gets a layer of its own with one person, and the
 * turns after it a layer that starts counting again, so that both ways of counting agree.
 * Clock changes are planned up to `horizon`; in zones without any, a version is one layer.
 *
 * A version may hand off at another time of day than the one before, whose last turn then ends
 * earlier or later on that day, and has a layer to itself too.
 *
 * @param versions oldest first; each begins on a day on which a turn of the one before would end
 * @param turnDays whole local days, unless a version says otherwise
 * @param horizon until when clock changes are planned for
 * @returns layers without hours
 * @throws Error if an order is empty, or a version begins on another day
 */
export function rotationLayers<User>(
  versions: readonly RotationOrder<User>[],
  turnDays: number,
  horizon: Temporal.Instant,
): ScheduleLayer<User>[] {
  return layersByVersion(versions, turnDays, horizon).flat();
}

/** The same, version by version. */
export function layersByVersion<User>(
  versions: readonly RotationOrder<User>[],
  turnDays: number,
  horizon: Temporal.Instant,
): readonly (readonly ScheduleLayer<User>[])[] {
  const all = versions.map((version) => ({ ...version, turnDays: daysOf(version, turnDays) }));
  checkVersions(all);
  return all.map((version, index) => versionLayers(version, all[index + 1], horizon));
}

/** A version whose length of a turn is known. */
interface Version<User> extends RotationOrder<User> {
  readonly turnDays: number;
}

function daysOf({ turn }: RotationOrder<unknown>, turnDays: number): number {
  return turn === undefined ? turnDays : wholeDays(turn);
}

/** Newest first would silently drop all but the oldest, and a version between two hand-offs would move a turn. */
function checkVersions(versions: readonly Version<unknown>[]): void {
  versions.forEach(({ from, handOffAt, order }, index) => {
    if (order.length === 0)
      throw new Error(`'order' of the version from ${from.toPlainDate()} must not be empty`);
    const before = versions[index - 1];
    if (before === undefined) return;
    if (Temporal.ZonedDateTime.compare(before.from, from) >= 0) {
      throw new Error(`'versions' must be oldest first: ${from} does not come after ${before.from}`);
    }
    const turns = before.from.toPlainDate().until(from.toPlainDate()).days / before.turnDays;
    const isOnTime = handOffAt !== undefined || turnStart(before, turns).equals(from.toInstant());
    if (!Number.isInteger(turns) || !isOnTime) {
      throw new Error(
        `'versions': ${from} must be a hand-off of the version before it, a multiple of ${before.turnDays} days after ${before.from}, at the same time unless its own 'handOffAt' is another`,
      );
    }
  });
}

function versionLayers<User>(
  version: Version<User>,
  next: RotationOrder<User> | undefined,
  horizon: Temporal.Instant,
): ScheduleLayer<User>[] {
  const { turnDays } = version;
  const until = next?.from.toInstant();
  const planned = until !== undefined && Temporal.Instant.compare(until, horizon) < 0 ? until : horizon;
  const layers: ScheduleLayer<User>[] = [];
  const add = (firstTurn: number, endTurn: number | undefined) => {
    const start = turnStart(version, firstTurn);
    const end = endTurn === undefined ? until : turnEnd(version, endTurn - 1, next);
    if (end !== undefined && Temporal.Instant.compare(end, start) <= 0) return;
    const single = endTurn !== undefined && endTurn === firstTurn + 1;
    layers.push({
      name: layerName(version, start, next),
      start,
      ...(end === undefined ? {} : { end }),
      rotationVirtualStart: start,
      turnLengthSeconds: turnDays * SECONDS_A_DAY,
      users: single ? [userOf(version, firstTurn)] : rotated(version.order, firstTurn),
    });
  };
  let first = 0;
  for (const turn of irregularTurns(version, next, planned)) {
    if (turn > first) add(first, turn);
    add(turn, turn + 1);
    first = turn + 1;
  }
  if (next === undefined || first < turnsBefore(version, next)) add(first, undefined);
  return layers;
}

function layerName(
  version: Version<unknown>,
  start: Temporal.Instant,
  next: RotationOrder<unknown> | undefined,
): string {
  const first = version.from.toPlainDate();
  const begins = start.toZonedDateTimeISO(version.from.timeZoneId).toPlainDate();
  if (begins.equals(first)) return `Rotation from ${first}`;
  const isLast = next !== undefined && begins.add({ days: version.turnDays }).equals(next.from.toPlainDate());
  const why = isLast && endsAtAnotherTime(version, next) ? 'last turn' : 'clocks changed';
  return `Rotation from ${first}, ${why} ${begins}`;
}

function turnStart(version: Version<unknown>, turn: number): Temporal.Instant {
  const { from, turnDays } = version;
  const date = from.toPlainDate().add({ days: turn * turnDays });
  return recurringInstant(date.toPlainDateTime(handOffTime(version)), from.timeZoneId);
}

/** The next turn's start; the last turn lasts until the next version, whose hand-off may be at another time of day. */
function turnEnd(
  version: Version<unknown>,
  turn: number,
  next: RotationOrder<unknown> | undefined,
): Temporal.Instant {
  const isLast = next !== undefined && turn + 1 === turnsBefore(version, next);
  return isLast ? next.from.toInstant() : turnStart(version, turn + 1);
}

/** How many turns a version has. */
function turnsBefore({ from, turnDays }: Version<unknown>, next: RotationOrder<unknown>): number {
  return from.toPlainDate().until(next.from.toPlainDate()).days / turnDays;
}

function userOf<User>(version: RotationOrder<User>, turn: number): User {
  return version.order[turn % version.order.length] as User;
}

function rotated<User>(order: readonly User[], turn: number): readonly User[] {
  const first = turn % order.length;
  return [...order.slice(first), ...order.slice(0, first)];
}

/** Numbers of the turns before `until` whose elapsed length is not the nominal one, ascending. */
function irregularTurns(
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
  let change = from.subtract({ days: 1 }).getTimeZoneTransition('next');
  while (change !== null && Temporal.Instant.compare(change.toInstant(), until) < 0) {
    const days = from.toPlainDate().until(change.toPlainDate()).days;
    const around = Math.floor(days / turnDays);
    // A hand-off may fall into the very hour that is skipped or repeated: look at the neighbours, too.
    for (const turn of [around - 1, around, around + 1]) look(turn);
    change = change.getTimeZoneTransition('next');
  }
  if (last !== undefined && endsAtAnotherTime(version, next)) turns.add(last);
  return [...turns].sort((a, b) => a - b);
}

function endsAtAnotherTime(version: Version<unknown>, next: RotationOrder<unknown> | undefined): boolean {
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
