import type { Person } from '../catalog';
import { earlier, isBefore, type Span } from '../time/span';
import type { AwayTimes } from './awayTimes';
import { candidatesAt } from './candidates';
import type { Turn, Turns } from './turns';

/** A part of a turn in which the rostered person is away, and who stands in. */
export interface Cover extends Span {
  /** None: everybody is away, the rostered person keeps the watch. */
  readonly standIn: Person | undefined;
  /** Who was asked and is away, the rostered person first, in the order in which they were asked. */
  readonly away: readonly Person[];
}

/**
 * Who stands in while the rostered person of a turn is away: at every moment
 * the nearest person of the following turns who is not away at that moment, after
 * those whom a leave names. The watch moves on when a stand-in becomes away, and
 * comes back to somebody nearer who returns.
 *
 * @param away a part of the turn in which the rostered person is away throughout
 * @returns covers in order, consecutive, no two neighbours with the same stand-in
 */
export function covers(turn: Turn, away: Span, turns: Turns, awayTimes: AwayTimes): readonly Cover[] {
  const covered: Cover[] = [];
  let from = away.from;
  while (isBefore(from, away.until)) {
    const cover = coverFrom(turn, { from, until: away.until }, turns, awayTimes);
    const last = covered.at(-1);
    // A leave that names somebody may begin or end without moving the watch.
    if (last === undefined || last.standIn !== cover.standIn) covered.push(cover);
    else covered[covered.length - 1] = joined(last, cover);
    from = cover.until;
  }
  return covered;
}

/** Whoever has a turn that counts for a turn: the rostered person, then those who follow. */
export function* inTurn(turn: Turn, turns: Turns): Generator<Person, void> {
  yield turn.rostered;
  yield* turns.peopleAfter(turn);
}

function coverFrom(turn: Turn, away: Span, turns: Turns, awayTimes: AwayTimes): Cover {
  const { from } = away;
  const absent: Person[] = [];
  let until = away.until;
  for (const asked of candidatesAt(inTurn(turn, turns), awayTimes, from)) {
    // Where somebody nearer returns before that, the watch is theirs.
    if (asked.until !== undefined) until = earlier(until, asked.until);
    if (!asked.isAway) return { from, until, standIn: asked.person, away: absent };
    absent.push(asked.person);
  }
  return { from, until, standIn: undefined, away: absent };
}

function joined(first: Cover, second: Cover): Cover {
  return { ...first, until: second.until, away: [...new Set([...first.away, ...second.away])] };
}
