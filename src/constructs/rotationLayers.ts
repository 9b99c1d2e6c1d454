import { Temporal } from 'temporal-polyfill';
import type { RotationOrder } from './rotationOrder';
import type { ScheduleLayer } from './scheduleLayer';
import { SECONDS_A_DAY, wholeDays } from './turnLength';
import {
  endsAtAnotherTime,
  irregularTurns,
  turnEnd,
  turnStart,
  turnsBefore,
  type Version,
} from './versionTurns';

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
 * @throws Error if an order is empty, versions are not oldest first, or one begins on another day
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

function userOf<User>(version: RotationOrder<User>, turn: number): User {
  return version.order[turn % version.order.length] as User;
}

function rotated<User>(order: readonly User[], turn: number): readonly User[] {
  const first = turn % order.length;
  return [...order.slice(first), ...order.slice(0, first)];
}
