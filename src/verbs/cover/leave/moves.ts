import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Person, Responder, Rotation } from '../../../catalog';
import {
  common,
  isBefore,
  overlap,
  type PersonRoster,
  personRosters,
  type RotationRoster,
  rosterOfCatalog,
  type Span,
  type Watch,
} from '../../../roster';
import { personsSchedule, type WatchedSchedule } from './watchedSchedules';

/** A time at which an absence puts somebody else on call. */
export interface Move extends Span {
  readonly rotation: WatchedSchedule;
  /** Whose turn it is, or who is to be paged by name. */
  readonly rostered: Responder;
  /** Who is on call without the absence. */
  readonly without: Responder;
  /** Who is on call with it. */
  readonly standIn: Responder;
}

/** A time at which an absence leaves nobody who could cover. */
export interface NobodyLeft extends Span {
  readonly rotation: WatchedSchedule;
  /** Who stays on call. */
  readonly rostered: Person;
  /** Everybody who could have covered. */
  readonly away: readonly Person[];
}

/** A time at which somebody who is on call in an earlier duty keeps a later one as well. */
export interface BothDuties extends Span {
  /** Of the later duty. */
  readonly rotation: WatchedSchedule;
  /** Who holds both. */
  readonly rostered: Person;
}

/** The effect of an absence. */
export interface Moves {
  /** By rotation, in order; one per stretch of time with the same two people. */
  readonly moves: readonly Move[];
  readonly nobodyLeft: readonly NobodyLeft[];
  /** People who cover although they are on call in another rotation at that time, before and after. */
  readonly twice: readonly { readonly move: Move; readonly other: Rotation }[];
  /** Times at which nobody else is left for a later duty, so that somebody holds two. */
  readonly bothDuties: readonly BothDuties[];
}

/**
 * The effect of an absence within a span, on every rotation and on every person whom a
 * pipeline pages by name.
 * @param without the catalog without the absence
 * @param absent the same catalog with it
 */
export function movesOf(without: Catalog, absent: Catalog, span: Span): Moves {
  const before = rosterOfCatalog(without, span);
  const after = rosterOfCatalog(absent, span);
  const pairs = [...rotationPairs(before, after, absent), ...personPairs(without, absent, span)];
  const moves: Move[] = [];
  const nobodyLeft: NobodyLeft[] = [];
  const bothDuties: BothDuties[] = [];
  for (const { rotation, old, present } of pairs) {
    for (const [was, is, piece] of pieces(old?.shifts, present.shifts)) {
      const isNewClash = is.reason === 'clash' && was.reason !== 'clash';
      // Whoever is away only because of an earlier duty can be paged: the page is not lost.
      const isThere = is.absences.every(({ kind }) => kind === 'duty');
      if (isNewClash && isThere) {
        const clash = present.clashes.find((each) => overlap(each, piece));
        if (clash !== undefined) bothDuties.push({ rotation, ...piece, rostered: clash.rostered });
      }
      if (isNewClash && !isThere) {
        const clash = present.clashes.find((each) => overlap(each, piece));
        if (clash !== undefined)
          nobodyLeft.push({ rotation, ...piece, rostered: clash.rostered, away: clash.away });
      } else if (was.onDuty.id !== is.onDuty.id) {
        add(moves, { rotation, ...piece, rostered: is.rostered, without: was.onDuty, standIn: is.onDuty });
      }
    }
  }
  const turns = moves.filter(({ rotation }) => !rotation.isPersons);
  const twice = turns.flatMap((move) =>
    onCallElsewhere(move, without, before).filter(
      ({ other }) =>
        onCallElsewhere(move, absent, after).some((still) => still.other.id === other.id) &&
        !bothDuties.some(({ rotation }) => rotation.id === other.id),
    ),
  );
  return { moves, nobodyLeft, twice, bothDuties };
}

/** A schedule with its rosters before and after. */
interface Pair {
  readonly rotation: WatchedSchedule;
  /** @default - it was not there */
  readonly old: Pick<PersonRoster, 'shifts'> | undefined;
  readonly present: Pick<PersonRoster, 'shifts' | 'clashes'>;
}

function rotationPairs(
  before: readonly RotationRoster[],
  after: readonly RotationRoster[],
  absent: Catalog,
): Pair[] {
  return after.flatMap((present) => {
    const rotation = absent.rotations.find(({ id }) => id === present.rotation);
    const old = before.find((each) => each.rotation === present.rotation);
    return rotation === undefined ? [] : [{ rotation: { ...rotation, isPersons: false }, old, present }];
  });
}

function personPairs(without: Catalog, absent: Catalog, span: Span): Pair[] {
  const before = personRosters(without, span);
  return personRosters(absent, span).map((present) => ({
    rotation: personsSchedule(present),
    old: before.find((each) => each.id === present.id),
    present,
  }));
}

/** The times at which a person is on call, by schedule: in their turns, as a cover, and paged by name. */
export function staysOnCall(
  catalog: Catalog,
  person: Person,
  span: Span,
): readonly (Span & { readonly rotation: Pick<WatchedSchedule, 'id'> })[] {
  const schedules = [
    ...rosterOfCatalog(catalog, span).map(({ rotation, shifts }) => ({ id: rotation, shifts })),
    ...personRosters(catalog, span),
  ];
  return schedules.flatMap(({ id, shifts }) =>
    shifts
      .filter(({ onDuty }) => onDuty.id === person.id)
      .map(({ from, until }) => ({ rotation: { id }, from, until })),
  );
}

/** The overlaps of both rosters' shifts, in order. */
function pieces(
  old: readonly Watch<Responder>[] = [],
  present: readonly Watch<Responder>[] = [],
): (readonly [Watch<Responder>, Watch<Responder>, Span])[] {
  return old.flatMap((was) =>
    present.filter((is) => overlap(was, is)).map((is) => [was, is, common(was, is)] as const),
  );
}

/** Adds a move, merged with the last one if that is between the same two people, in a turn of the same person. */
function add(moves: Move[], move: Move): void {
  const last = moves.at(-1);
  const continues =
    last?.rotation.id === move.rotation.id &&
    last.until.equals(move.from) &&
    last.rostered.id === move.rostered.id &&
    last.without.id === move.without.id &&
    last.standIn.id === move.standIn.id;
  if (last !== undefined && continues) moves[moves.length - 1] = { ...last, until: move.until };
  else moves.push(move);
}

function onCallElsewhere(move: Move, { rotations }: Catalog, rosters: readonly RotationRoster[]) {
  return rosters.flatMap(({ rotation, shifts }) => {
    const other = rotations.find(({ id }) => id === rotation && id !== move.rotation.id);
    const isOnCall = shifts.some((shift) => shift.onDuty.id === move.standIn.id && overlap(shift, move));
    return other !== undefined && isOnCall ? [{ move, other }] : [];
  });
}

/** Whether two spans are the same from an instant on: same end, and same beginning or both past. */
export function sameFrom(a: Span, b: Span, now: Temporal.Instant): boolean {
  const begun = ({ from }: Span) => !isBefore(now, from);
  const begins = a.from.equals(b.from) || (begun(a) && begun(b));
  return begins && a.until.equals(b.until);
}
