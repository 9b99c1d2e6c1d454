import type { Temporal } from 'temporal-polyfill';
import { type Catalog, CatalogError, type Leave } from '../../catalog';
import { isBefore } from '../../roster';
import { listText, rangeText } from '../../time/localTime';
import {
  LeaveLayoutError,
  leaveEnd,
  type Moves,
  movesOf,
  sameFrom,
  withEnd,
  withEntry,
  withoutEntry,
} from './leave';
import { type CoverRequest, minuteOf } from './request';
import { LeaveFileError, type TeamData } from './teamData';

/** What becomes of the leave file's entry. */
export type LeaveChange = 'written' | 'removed' | 'ended' | 'there' | 'absent';

/** What is to be done to data, and what that does to the watch. */
export interface CoverPlan extends Moves {
  readonly change: LeaveChange;
  /** The leave file's text afterwards. */
  readonly text: string;
  /** The catalog with that text. */
  readonly catalog: Catalog;
}

/** The request cannot be met, for a reason that lies in the data or in PagerDuty. */
export class CoverRefused extends Error {
  override readonly name = 'CoverRefused';
}

/**
 * Compares the data without the absence to the data with it, of which one is there and the
 * other is to be.
 * @throws CoverRefused
 * @throws LeaveFileError where the leave file cannot be changed
 */
export function planOf(data: TeamData, request: CoverRequest, now: Temporal.Instant): CoverPlan {
  const { span, cancel } = request;
  const index = data.catalog.leave.findIndex((leave) => isSame(leave, request, now));
  const found = data.catalog.leave[index];
  const { leaveText } = data;
  try {
    const absent = found === undefined ? withEntry(leaveText, request.entry) : leaveText;
    const present = found === undefined ? leaveText : withoutLeave(leaveText, index, found, request, now);
    const catalogs = { absent: data.withLeave(absent), present: data.withLeave(present) };
    refuseMisread(catalogs, request, now, found);
    const moves = movesOf(catalogs.present, catalogs.absent, span);
    if (found !== undefined) refuseOtherStandIn(found, moves, request);
    return {
      ...moves,
      change: changeOf(found, request, now),
      text: cancel ? present : absent,
      catalog: cancel ? catalogs.present : catalogs.absent,
    };
  } catch (error) {
    if (!(error instanceof LeaveLayoutError || error instanceof CatalogError)) throw error;
    throw new LeaveFileError(`${data.leavePath} is not laid out as one entry a line: ${error.message}`);
  }
}

/**
 * Refuses what would leave a watch with somebody who is away.
 * @throws CoverRefused
 */
export function refuseNobodyLeft(
  { moves, nobodyLeft }: Moves,
  request: CoverRequest,
  timeZone: string,
): void {
  const { standIn } = request;
  // Nobody agrees to be paged for a person by name: who stands in there follows from the owners.
  const [turns, free] = [
    moves.filter(({ rotation }) => !rotation.isPersons),
    nobodyLeft.filter(({ rotation }) => !rotation.isPersons),
  ];
  const others = standIn === undefined ? [] : turns.filter((move) => move.standIn.id !== standIn.id);
  const clashes = free.map(({ rotation, away, rostered, ...time }) => {
    const names = listText(away.map(({ name }) => name));
    return `${rotation.name}, ${rangeText(time, timeZone)}: ${names} ${away.length === 1 ? 'is' : 'are all'} away; ${rostered.name} keeps the watch`;
  });
  if (standIn !== undefined && others.length + clashes.length > 0) {
    const when = [...others, ...free].map((time) => rangeText(time, timeZone));
    throw new CoverRefused(
      `${standIn.name} is away too: ${listText([...new Set(when)])}\n  agree with somebody else, or cover a shorter time`,
    );
  }
  if (clashes.length > 0) {
    throw new CoverRefused(
      `nobody is left to stand in\n  ${clashes.join('\n  ')}\n  name somebody with --with, who need not be in the rotation`,
    );
  }
}

/** Where the person keeps being paged by name, because nobody stands in for them there, in words. */
export function keptPages({ nobodyLeft }: Moves, timeZone: string): string[] {
  return nobodyLeft
    .filter(({ rotation }) => rotation.isPersons)
    .map(
      ({ rotation, rostered, ...time }) =>
        `${rostered.name} keeps being paged in ${rotation.name}, ${rangeText(time, timeZone)}: no other owner can be paged; the next step follows unless somebody answers`,
    );
}

/** An emergency leave that is the same as far as it lies ahead. */
function isSame(leave: Leave, { person, span }: CoverRequest, now: Temporal.Instant): boolean {
  return leave.emergency && leave.person.id === person.id && sameFrom(leave, span, now);
}

/**
 * The changed file has to be read as it is meant, and nothing else of it in another way.
 * @throws LeaveLayoutError
 */
function refuseMisread(
  { absent, present }: { readonly absent: Catalog; readonly present: Catalog },
  request: CoverRequest,
  now: Temporal.Instant,
  found: Leave | undefined,
): void {
  const fewer = request.cancel && changeOf(found, request, now) === 'ended' ? 0 : 1;
  const isRead = absent.leave.some((leave) => isSame(leave, request, now));
  if (!isRead || absent.leave.length - present.leave.length !== fewer) {
    throw new LeaveLayoutError('the entry would not be read as it is meant');
  }
}

/** What has begun stays in the record, up to now. */
function withoutLeave(
  text: string,
  index: number,
  leave: Leave,
  request: CoverRequest,
  now: Temporal.Instant,
): string {
  if (changeOf(leave, request, now) !== 'ended') return withoutEntry(text, index);
  return withEnd(text, index, leaveEnd(minuteOf(now), request.timeZone));
}

function changeOf(found: Leave | undefined, { cancel }: CoverRequest, now: Temporal.Instant): LeaveChange {
  if (!cancel) return found === undefined ? 'written' : 'there';
  if (found === undefined) return 'absent';
  return isBefore(found.from, minuteOf(now)) ? 'ended' : 'removed';
}

/** The same absence with another stand-in is none that is there already. */
function refuseOtherStandIn(found: Leave, { moves }: Moves, { standIn, entry }: CoverRequest): void {
  if (standIn === undefined || found.cover?.id === standIn.id) return;
  const turns = moves.filter(({ rotation }) => !rotation.isPersons);
  if (found.cover === undefined && turns.every((move) => move.standIn.id === standIn.id)) return;
  const whom = found.cover === undefined ? 'without --with' : `with ${found.cover.name}`;
  throw new CoverRefused(
    `this absence is in the leave file already, ${whom}\n  take it back first: the same command without --with, and with --cancel (${entry.person} until ${entry.until})`,
  );
}
