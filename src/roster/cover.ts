import type { Person } from '../catalog';
import { earlier, isBefore, type Span } from '../time/span';
import type { AwayTimes } from './awayTimes';
import { candidatesAt } from './candidates';
import type { Turn, Turns } from './turns';

/** A part of a turn in which the rostered person is away, and who covers. */
export interface Cover extends Span {
  /** Undefined if everybody is away, so that the rostered person stays on call. */
  readonly standIn: Person | undefined;
  /** The people passed over because they are away, the rostered person first, in order of precedence. */
  readonly away: readonly Person[];
}

/**
 * Who covers while the rostered person of a turn is away: at every moment the first candidate
 * who is not away, that is a cover named by a leave, otherwise the nearest person of the
 * following turns. The cover changes when they go away themselves, or when somebody nearer returns.
 *
 * @param away a part of the turn in which the rostered person is away throughout
 * @returns covers in order, consecutive, no two neighbours by the same person
 */
export function covers(turn: Turn, away: Span, turns: Turns, awayTimes: AwayTimes): readonly Cover[] {
  const covered: Cover[] = [];
  let from = away.from;
  while (isBefore(from, away.until)) {
    const cover = coverFrom(turn, { from, until: away.until }, turns, awayTimes);
    const last = covered.at(-1);
    // A leave that names a cover may start or end without changing who covers.
    if (last === undefined || last.standIn !== cover.standIn) covered.push(cover);
    else covered[covered.length - 1] = joined(last, cover);
    from = cover.until;
  }
  return covered;
}

/** The people in turn: the rostered person, then those of the following turns. */
export function* inTurn(turn: Turn, turns: Turns): Generator<Person, void> {
  yield turn.rostered;
  yield* turns.peopleAfter(turn);
}

function coverFrom(turn: Turn, away: Span, turns: Turns, awayTimes: AwayTimes): Cover {
  const { from } = away;
  const absent: Person[] = [];
  let until = away.until;
  for (const asked of candidatesAt(inTurn(turn, turns), awayTimes, from)) {
    // If somebody nearer returns before that, it is their turn to cover.
    if (asked.until !== undefined) until = earlier(until, asked.until);
    if (!asked.isAway) return { from, until, standIn: asked.person, away: absent };
    absent.push(asked.person);
  }
  return { from, until, standIn: undefined, away: absent };
}

function joined(first: Cover, second: Cover): Cover {
  return { ...first, until: second.until, away: [...new Set([...first.away, ...second.away])] };
}
