import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../catalog';
import { contains, earlier, isBefore } from '../time/span';
import type { AwayTime, AwayTimes } from './awayTimes';

/** Somebody who could be on call at an instant. */
export interface Candidate {
  readonly person: Person;
  readonly isAway: boolean;
  /**
   * Until when this, and who comes next, stay the same.
   * @default - forever
   */
  readonly until?: Temporal.Instant;
}

/**
 * Everybody who could be on call at an instant, in order of precedence: the people in turn, and
 * after each who is away, the covers that their leaves name. Nobody comes twice. A cover named
 * by a leave has agreed, and covers even on holidays that they observe.
 *
 * @param inTurn the rostered person, then the people of the following turns
 */
export function* candidatesAt(
  inTurn: Iterable<Person>,
  awayTimes: AwayTimes,
  at: Temporal.Instant,
): Generator<Candidate, void> {
  const seen = new Set<Person>();
  for (const person of inTurn) yield* ask(person, awayTimes, at, seen, false);
}

function* ask(
  person: Person,
  awayTimes: AwayTimes,
  at: Temporal.Instant,
  seen: Set<Person>,
  isAgreed: boolean,
): Generator<Candidate, void> {
  if (seen.has(person)) return;
  seen.add(person);
  const time = isAgreed ? awayTimes.agreedRunningOrNext(person, at) : awayTimes.runningOrNext(person, at);
  if (time === undefined) {
    yield { person, isAway: false };
  } else if (isBefore(at, time.from)) {
    yield { person, isAway: false, until: time.from };
  } else {
    const { people, until } = namedAt(time, at);
    yield { person, isAway: true, until };
    for (const standIn of people) yield* ask(standIn, awayTimes, at, seen, true);
  }
}

/** The covers named by the leaves that run at an instant, in order of their start, and until when these stay the same. */
function namedAt(time: AwayTime, at: Temporal.Instant): { people: Person[]; until: Temporal.Instant } {
  const people: Person[] = [];
  let { until } = time;
  for (const absence of time.absences) {
    if (absence.kind !== 'leave' || absence.leave.cover === undefined) continue;
    if (contains(absence, at)) people.push(absence.leave.cover);
    if (isBefore(at, absence.from)) until = earlier(until, absence.from);
    else if (isBefore(at, absence.until)) until = earlier(until, absence.until);
  }
  return { people, until };
}
