import type { Person } from '../catalog';
import type { AwayTimes } from './awayTimes';
import { earlier, isBefore, type Span } from './span';
import type { Turn, Turns } from './turns';

/** A part of a turn in which the rostered person is away, and who stands in. */
export interface Cover extends Span {
  /** None: everybody is away, the rostered person keeps the watch. */
  readonly standIn: Person | undefined;
}

/**
 * Who stands in while the rostered person of a turn is away: at every moment
 * the nearest person of the following turns who is not away at that moment.
 * The watch moves on when a stand-in becomes away, and comes back to somebody
 * nearer who returns.
 *
 * @param away a part of the turn in which the rostered person is away throughout
 * @returns covers in order, consecutive, no two neighbours with the same stand-in
 */
export function covers(turn: Turn, away: Span, turns: Turns, awayTimes: AwayTimes): readonly Cover[] {
  const covered: Cover[] = [];
  let from = away.from;
  while (isBefore(from, away.until)) {
    const cover = coverFrom(turn, { from, until: away.until }, turns, awayTimes);
    covered.push(cover);
    from = cover.until;
  }
  return covered;
}

/** Whoever could stand in a turn, in the order in which they are asked: the rostered person, then those who follow. */
export function asked(turn: Turn, turns: Turns): readonly Person[] {
  return [...new Set([turn.rostered, ...turns.peopleAfter(turn)])];
}

function coverFrom(turn: Turn, away: Span, turns: Turns, awayTimes: AwayTimes): Cover {
  const { from } = away;
  let until = away.until;
  for (const person of turns.peopleAfter(turn)) {
    const time = awayTimes.runningOrNext(person, from);
    if (time === undefined) return { from, until, standIn: person };
    if (isBefore(from, time.from)) return { from, until: earlier(until, time.from), standIn: person };
    // Away now; where they return before that, the watch is theirs.
    until = earlier(until, time.until);
  }
  return { from, until, standIn: undefined };
}
