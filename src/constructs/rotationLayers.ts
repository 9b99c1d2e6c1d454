import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../time/recurringInstant';
import type { LayerRestriction } from './hoursRestrictions';

/**
 * An order of people, in force from a hand-off until the next version begins.
 * @example
 * { from: Temporal.ZonedDateTime.from('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [spencer, choo] }
 */
export interface RotationOrder<User> {
  /** The hand-off at which it begins, in the schedule's zone; all hand-offs have its local time. */
  readonly from: Temporal.ZonedDateTime;
  /**
   * The local time of hand-offs, if it is not that of `from` because the clocks skip it on that very day.
   * @default - that of `from`
   */
  readonly handOffAt?: Temporal.PlainTime;
  /** Who is on call, turn after turn; at least one. The first begins at `from`. */
  readonly order: readonly User[];
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
 * @param versions oldest first; each begins when a turn of the one before would
 * @param turnDays whole local days
 * @param horizon until when clock changes are planned for
 * @throws Error if an order is empty, or a version does not begin when a later turn of the one before would
 */
export function rotationLayers<User>(
  versions: readonly RotationOrder<User>[],
  turnDays: number,
  horizon: Temporal.Instant,
): ScheduleLayer<User>[] {
  checkVersions(versions, turnDays);
  return versions.flatMap((version, index) => versionLayers(version, versions[index + 1], turnDays, horizon));
}

/** Newest first would silently drop all but the oldest, and a version between two hand-offs would move a turn. */
function checkVersions(versions: readonly RotationOrder<unknown>[], turnDays: number): void {
  versions.forEach(({ from, order }, index) => {
    if (order.length === 0)
      throw new Error(`'order' of the version from ${from.toPlainDate()} must not be empty`);
    const before = versions[index - 1];
    if (before === undefined) return;
    if (Temporal.ZonedDateTime.compare(before.from, from) >= 0) {
      throw new Error(`'versions' must be oldest first: ${from} does not come after ${before.from}`);
    }
    const turns = before.from.toPlainDate().until(from.toPlainDate()).days / turnDays;
    if (!Number.isInteger(turns) || !turnStart(before, turnDays, turns).equals(from.toInstant())) {
      throw new Error(
        `'versions': ${from} must be a hand-off of the version before it, a multiple of ${turnDays} days after ${before.from}`,
      );
    }
  });
}

function versionLayers<User>(
  version: RotationOrder<User>,
  next: RotationOrder<User> | undefined,
  turnDays: number,
  horizon: Temporal.Instant,
): ScheduleLayer<User>[] {
  const turnLengthSeconds = turnDays * SECONDS_A_DAY;
  const until = next?.from.toInstant();
  const planned = until !== undefined && Temporal.Instant.compare(until, horizon) < 0 ? until : horizon;
  const layers: ScheduleLayer<User>[] = [];
  const add = (firstTurn: number, endTurn: number | undefined) => {
    const start = turnStart(version, turnDays, firstTurn);
    const end = endTurn === undefined ? until : turnStart(version, turnDays, endTurn);
    if (end !== undefined && Temporal.Instant.compare(end, start) <= 0) return;
    const single = endTurn !== undefined && endTurn === firstTurn + 1;
    layers.push({
      name: layerName(version.from, start),
      start,
      ...(end === undefined ? {} : { end }),
      rotationVirtualStart: start,
      turnLengthSeconds,
      users: single ? [userOf(version, firstTurn)] : rotated(version.order, firstTurn),
    });
  };
  let first = 0;
  for (const turn of irregularTurns(version, turnDays, planned)) {
    if (turn > first) add(first, turn);
    add(turn, turn + 1);
    first = turn + 1;
  }
  add(first, undefined);
  return layers;
}

function layerName(from: Temporal.ZonedDateTime, start: Temporal.Instant): string {
  const name = `Rotation from ${from.toPlainDate()}`;
  const begins = start.toZonedDateTimeISO(from.timeZoneId).toPlainDate();
  return begins.equals(from.toPlainDate()) ? name : `${name}, clocks changed ${begins}`;
}

function turnStart(version: RotationOrder<unknown>, turnDays: number, turn: number): Temporal.Instant {
  const { from, handOffAt = from.toPlainTime() } = version;
  const date = from.toPlainDate().add({ days: turn * turnDays });
  return recurringInstant(date.toPlainDateTime(handOffAt), from.timeZoneId);
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
  version: RotationOrder<unknown>,
  turnDays: number,
  until: Temporal.Instant,
): number[] {
  const { from } = version;
  const turns = new Set<number>();
  // A version may begin in the very hour that is skipped, and so after the change.
  let change = from.subtract({ days: 1 }).getTimeZoneTransition('next');
  while (change !== null && Temporal.Instant.compare(change.toInstant(), until) < 0) {
    const days = from.toPlainDate().until(change.toPlainDate()).days;
    const around = Math.floor(days / turnDays);
    // A hand-off may fall into the very hour that is skipped or repeated: look at the neighbours, too.
    for (const turn of [around - 1, around, around + 1]) {
      if (turn >= 0 && isIrregular(version, turnDays, turn)) turns.add(turn);
    }
    change = change.getTimeZoneTransition('next');
  }
  return [...turns].sort((a, b) => a - b);
}

function isIrregular(version: RotationOrder<unknown>, turnDays: number, turn: number): boolean {
  const begins = turnStart(version, turnDays, turn);
  const ends = turnStart(version, turnDays, turn + 1);
  return begins.until(ends).total('seconds') !== turnDays * SECONDS_A_DAY;
}
