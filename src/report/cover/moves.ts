import type { Temporal } from 'temporal-polyfill';
import type { Catalog, Person, Rotation } from '../../catalog';
import {
  common,
  isBefore,
  overlap,
  type RotationRoster,
  rosterOfCatalog,
  type Shift,
  type Span,
} from '../../roster';

/** A time in which an absence gives a rotation's watch to somebody else. */
export interface Move extends Span {
  readonly rotation: Rotation;
  /** Who stands without the absence. */
  readonly without: Person;
  /** Who stands with it. */
  readonly standIn: Person;
}

/** A time in which an absence leaves nobody who could stand. */
export interface NobodyLeft extends Span {
  readonly rotation: Rotation;
  /** Who keeps the watch. */
  readonly rostered: Person;
  /** Everybody who could stand. */
  readonly away: readonly Person[];
}

/** What an absence does to the watch. */
export interface Moves {
  /** By rotation, in order; one for each time with the same two people. */
  readonly moves: readonly Move[];
  readonly nobodyLeft: readonly NobodyLeft[];
  /** Stand-ins who stand in another rotation at that time anyhow. */
  readonly twice: readonly { readonly move: Move; readonly other: Rotation }[];
}

/**
 * What an absence does to the watch of every rotation within a span.
 * @param without the catalog without the absence
 * @param absent the same catalog with it
 */
export function movesOf(without: Catalog, absent: Catalog, span: Span): Moves {
  const before = rosterOfCatalog(without, span);
  const after = rosterOfCatalog(absent, span);
  const moves: Move[] = [];
  const nobodyLeft: NobodyLeft[] = [];
  for (const [index, rotation] of absent.rotations.entries()) {
    const [old, present] = [before[index], after[index]];
    for (const [was, is, piece] of pieces(old, present)) {
      if (is.reason === 'clash' && was.reason !== 'clash') {
        const away = present?.clashes.find((clash) => overlap(clash, piece))?.away ?? [];
        nobodyLeft.push({ rotation, ...piece, rostered: is.rostered, away });
      } else if (was.onDuty.id !== is.onDuty.id) {
        add(moves, { rotation, ...piece, without: was.onDuty, standIn: is.onDuty });
      }
    }
  }
  return { moves, nobodyLeft, twice: moves.flatMap((move) => standingElsewhere(move, without, before)) };
}

/** Both rosters' shifts that run together, in order. */
function pieces(old?: RotationRoster, present?: RotationRoster): (readonly [Shift, Shift, Span])[] {
  return (old?.shifts ?? []).flatMap((was) =>
    (present?.shifts ?? []).filter((is) => overlap(was, is)).map((is) => [was, is, common(was, is)] as const),
  );
}

/** A hand-off between the same two people is no other move. */
function add(moves: Move[], move: Move): void {
  const last = moves.at(-1);
  const continues =
    last?.rotation === move.rotation &&
    last.until.equals(move.from) &&
    last.without.id === move.without.id &&
    last.standIn.id === move.standIn.id;
  if (last !== undefined && continues) moves[moves.length - 1] = { ...last, until: move.until };
  else moves.push(move);
}

function standingElsewhere(move: Move, { rotations }: Catalog, rosters: readonly RotationRoster[]) {
  return rosters.flatMap(({ rotation, shifts }) => {
    const other = rotations.find(({ id }) => id === rotation && id !== move.rotation.id);
    const stands = shifts.some((shift) => shift.onDuty.id === move.standIn.id && overlap(shift, move));
    return other !== undefined && stands ? [{ move, other }] : [];
  });
}

/** True where two spans are the same from an instant on: both ends are, and the beginnings too or both are past. */
export function sameFrom(a: Span, b: Span, now: Temporal.Instant): boolean {
  const begun = ({ from }: Span) => !isBefore(now, from);
  const begins = a.from.equals(b.from) || (begun(a) && begun(b));
  return begins && a.until.equals(b.until);
}
