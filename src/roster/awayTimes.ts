import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../catalog';
import { isBefore, later, type Span } from '../time/span';
import type { AbsencesByPerson } from './absencesFor';
import type { Absence } from './shift';

/** A time in which a person is away without a break, and the absences that it consists of. */
export interface AwayTime extends Span {
  /** At least one, in order of their start; they overlap or meet. */
  readonly absences: readonly Absence[];
}

/**
 * Everybody's absences, joined into times without a break. Made once per call and
 * shared by all its rotations; each person's are computed on first use.
 */
export class AwayTimes {
  private readonly byPerson = new Map<string, PersonAwayTimes>();
  private readonly byAgreed = new Map<string, PersonAwayTimes>();

  /** @param absences each person's, by id, in order of their start */
  constructor(private readonly absences: AbsencesByPerson) {}

  /** The away time of a person that runs at an instant, otherwise their next one; undefined if there is none. */
  runningOrNext(person: Person, at: Temporal.Instant): AwayTime | undefined {
    return runningOrNext(this.of(person), at);
  }

  /**
   * The same for somebody who agreed to cover: the agreement also holds on holidays that they
   * observe, which do not count here.
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
  /** In order; none of them overlap or meet. */
  readonly times: readonly AwayTime[];
  /** Their ends since the epoch: comparing numbers is several times as fast as comparing instants. */
  readonly ends: readonly bigint[];
}

/** Joins absences that overlap or meet. */
function withoutBreaks(absences: readonly Absence[]): readonly AwayTime[] {
  const times: { from: Temporal.Instant; until: Temporal.Instant; absences: Absence[] }[] = [];
  for (const absence of absences) {
    // An empty absence would split a shift although nothing changes.
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
