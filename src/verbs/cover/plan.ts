import type { Temporal } from 'temporal-polyfill';
import { type Catalog, CatalogError, type Leave } from '../../catalog';
import { ChangeRefused, DataFileError, type EditedData, minuteOf } from '../../cli/atOnce';
import { isBefore } from '../../roster';
import { listText, rangeText } from '../../time/localTime';
import {
  ListLayoutError,
  leaveEnd,
  type Move,
  type Moves,
  movesOf,
  sameFrom,
  withEnd,
  withEntry,
  withoutEntry,
} from './leave';
import type { CoverRequest } from './request';

/** What happens to the entry in the leave file. */
export type LeaveChange = 'written' | 'removed' | 'ended' | 'there' | 'absent';

/** The change to the data, and who is on call as a result. */
export interface CoverPlan extends Moves {
  readonly change: LeaveChange;
  /** The leave file's text afterwards. */
  readonly text: string;
  /** The catalog with that text. */
  readonly catalog: Catalog;
}

/**
 * Compares the data with and without the absence; one of them is the present data, the other
 * the result.
 * @throws ChangeRefused
 * @throws DataFileError if the leave file cannot be changed
 */
export function planOf(data: EditedData, request: CoverRequest, now: Temporal.Instant): CoverPlan {
  const { span, cancel } = request;
  const index = data.catalog.leave.findIndex((leave) => isSame(leave, request, now));
  const found = data.catalog.leave[index];
  try {
    const absent = found === undefined ? withEntry(data.text, request.entry) : data.text;
    const present = found === undefined ? data.text : withoutLeave(data.text, index, found, request, now);
    const catalogs = { absent: data.catalogWith(absent), present: data.catalogWith(present) };
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
    if (!(error instanceof ListLayoutError || error instanceof CatalogError)) throw error;
    throw new DataFileError(`${data.path} does not have one entry per line: ${error.message}`);
  }
}

/**
 * Refuses a cover that would leave somebody on call who is away.
 * @throws ChangeRefused
 */
export function refuseNobodyLeft(
  { moves, nobodyLeft }: Moves,
  request: CoverRequest,
  timeZone: string,
): void {
  const { standIn, person } = request;
  // An agreed cover applies to the person's own turns: not to what they cover for others, and not
  // to people paged by name, for whom the other owners cover.
  const isOwnTurn = ({ rotation, rostered }: Pick<Move, 'rotation' | 'rostered'>) =>
    !rotation.isPersons && rostered.id === person.id;
  const free = nobodyLeft.filter(({ rotation }) => !rotation.isPersons);
  if (standIn !== undefined) {
    const missed = [...moves.filter((move) => move.standIn.id !== standIn.id), ...free].filter(isOwnTurn);
    if (missed.length > 0) {
      const when = missed.map((time) => rangeText(time, timeZone));
      throw new ChangeRefused(
        `${standIn.name} is away too: ${listText([...new Set(when)])}\n  ask somebody else, or cover a shorter time`,
      );
    }
  }
  if (free.length === 0) return;
  const clashes = free.map(({ rotation, away, rostered, ...time }) => {
    const names = listText(away.map(({ name }) => name));
    return `${rotation.name}, ${rangeText(time, timeZone)}: ${names} ${away.length === 1 ? 'is' : 'are all'} away, so ${rostered.name} stays on call`;
  });
  const others = free.filter((time) => !isOwnTurn(time)).map(({ rostered }) => rostered.name);
  const wayOut =
    others.length === 0
      ? 'name somebody with --with; they need not be in the rotation'
      : `${person.name} covers for ${listText([...new Set(others)])} then: name a cover in that leave (cover)`;
  throw new ChangeRefused(`nobody is left to cover\n  ${clashes.join('\n  ')}\n  ${wayOut}`);
}

/** Where the person is still paged by name because nobody covers for them, in words. */
export function keptPages({ nobodyLeft }: Moves, timeZone: string): string[] {
  return nobodyLeft
    .filter(({ rotation }) => rotation.isPersons)
    .map(
      ({ rotation, rostered, ...time }) =>
        `${rostered.name} is still paged in ${rotation.name}, ${rangeText(time, timeZone)}, because no other owner can be; if nobody answers, the next step follows`,
    );
}

/** Whether a leave is the requested emergency leave, as far as it is not past. */
function isSame(leave: Leave, { person, span, rotation }: CoverRequest, now: Temporal.Instant): boolean {
  return (
    leave.emergency &&
    leave.person.id === person.id &&
    leave.rotation === rotation?.id &&
    sameFrom(leave, span, now)
  );
}

/** Leaves for the same absence that hand over another rotation than the request, or everything. */
export function otherLeaves(
  data: EditedData,
  request: CoverRequest,
  now: Temporal.Instant,
): readonly Leave[] {
  const { rotation: _, ...whole } = request;
  return data.catalog.leave.filter((leave) => {
    const only = data.catalog.rotations.find(({ id }) => id === leave.rotation);
    const asked = { ...whole, ...(only && { rotation: only }) };
    return !isSame(leave, request, now) && isSame(leave, asked, now);
  });
}

/**
 * Refuses a changed file in which the entry, or anything else, would be misread.
 * @throws ListLayoutError
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
    throw new ListLayoutError('the entry would be misread');
  }
}

/** A leave that has begun stays on record until now. */
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

/** The same absence with another cover has to be canceled first. */
function refuseOtherStandIn(found: Leave, { moves }: Moves, { standIn, entry }: CoverRequest): void {
  if (standIn === undefined || found.cover?.id === standIn.id) return;
  const turns = moves.filter(({ rotation, rostered }) => !rotation.isPersons && rostered.id === entry.person);
  if (found.cover === undefined && turns.every((move) => move.standIn.id === standIn.id)) return;
  const how = found.cover === undefined ? 'without --with' : `with ${found.cover.name}`;
  throw new ChangeRefused(
    `this absence is already in the leave file, ${how}\n  cancel it first: the same command without --with and with --cancel (${entry.person} until ${entry.until})`,
  );
}
