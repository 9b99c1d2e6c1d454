import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../catalog';
import { isBefore, later, type Span } from '../time/span';
import type { Absence } from './shift';

/** A time in which a person is away without a break, with the absences that it is made of. */
export interface AwayTime extends Span {
  /** At least one, in order of their beginning; they overlap or meet. */
  readonly absences: readonly Absence[];
}

/**
 * Everybody's absences as times without a break. Made once for a call and
 * shared by all its rotations; each person's are worked out when first asked for.
 */
export class AwayTimes {
  private readonly byPerson = new Map<string, PersonAwayTimes>();
  private readonly byAgreed = new Map<string, PersonAwayTimes>();

  /** @param absences each person's by id, in order of their beginning */
  constructor(private readonly absences: Pick<ReadonlyMap<string, readonly Absence[]>, 'get'>) {}

  /** The person's away time at an instant or, where there is none, the next one; none where there is no more. */
  runningOrNext(person: Person, at: Temporal.Instant): AwayTime | undefined {
    return runningOrNext(this.of(person), at);
  }

  /**
   * The same for somebody who agreed to stand in: agreed is agreed, so that the holidays
   * that they observe do not count.
   */
  agreedRunningOrNext(person: Person, at: Temporal.Instant): AwayTime | undefined {
    let own = this.byAgreed.get(person.id);
    if (own === undefined) {
      const absences = this.absences.get(person.id) ?? [];
      own = awayTimesOf(absences.filter(({ kind }) => kind !== 'holiday'));
      this.byAgreed.set(person.id, own);
    }
    return runningOrNext(own, at);
  }

  private of(person: Person): PersonAwayTimes {
    let own = this.byPerson.get(person.id);
    if (own === undefined) {
      own = awayTimesOf(this.absences.get(person.id) ?? []);
      this.byPerson.set(person.id, own);
    }
    return own;
  }
}

function runningOrNext({ times, ends }: PersonAwayTimes, at: Temporal.Instant): AwayTime | undefined {
  const nanoseconds = at.epochNanoseconds;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nanoseconds < (ends[middle] ?? nanoseconds)) high = middle;
    else low = middle + 1;
  }
  return times[low];
}

function awayTimesOf(absences: readonly Absence[]): PersonAwayTimes {
  const times = withoutBreaks(absences);
  return { times, ends: times.map(({ until }) => until.epochNanoseconds) };
}

interface PersonAwayTimes {
  /** In order, none of them overlap or meet. */
  readonly times: readonly AwayTime[];
  /** Their ends since the epoch: the search compares numbers, which is several times as fast as instants. */
  readonly ends: readonly bigint[];
}

/** Absences that overlap or meet, put together. */
function withoutBreaks(absences: readonly Absence[]): readonly AwayTime[] {
  const times: { from: Temporal.Instant; until: Temporal.Instant; absences: Absence[] }[] = [];
  for (const absence of absences) {
    // An empty absence would end a shift where nothing changes.
    if (!isBefore(absence.from, absence.until)) continue;
    const last = times.at(-1);
    if (last === undefined || isBefore(last.until, absence.from)) {
      times.push({ from: absence.from, until: absence.until, absences: [absence] });
    } else {
      last.until = later(last.until, absence.until);
      last.absences.push(absence);
    }
  }
  return times;
}
