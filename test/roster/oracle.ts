import { Temporal } from 'temporal-polyfill';
import type { Catalog, Holiday, Person, Rotation } from '../../src/catalog';

/** Who stands at one instant, as the rules say it for a single moment. */
export interface Standing {
  readonly onDuty: string;
  readonly rostered: string;
  readonly reason: 'rotation' | 'cover' | 'clash';
  /** Where the turn begins and ends. */
  readonly turn: string;
  /** Who was away of those asked, the rostered person first. */
  readonly away: readonly string[];
}

/** Somebody who is asked to stand, and what they answer. */
export interface Asked {
  readonly person: string;
  readonly isAway: boolean;
}

/**
 * The rules of the roster word by word, for one instant, with no thought of
 * speed: every turn is written out, every day and every person is asked.
 * Shares no code with `src/roster`.
 */
export class Oracle {
  private readonly turns: readonly { from: Temporal.Instant; person: Person }[];
  private readonly reach: number;
  private moved: ReadonlyMap<string, readonly Holiday[]> | undefined;

  /** @param last a local date after every instant that is asked about */
  constructor(
    private readonly catalog: Catalog,
    rotation: Rotation,
    last: Temporal.PlainDate,
  ) {
    const { timeZone, handOff } = catalog.organization;
    this.reach = rotation.versions.map(({ order }) => order.length).reduce((a, b) => a + b);
    const end = last.add({ days: (this.reach + 2) * rotation.turnDays });
    this.turns = rotation.versions.flatMap(({ from, order }, index) => {
      const stop = rotation.versions[index + 1]?.from ?? end;
      const turns: { from: Temporal.Instant; person: Person }[] = [];
      for (let date = from; Temporal.PlainDate.compare(date, stop) < 0; ) {
        const person = order[turns.length % order.length] as Person;
        turns.push({ from: handOffOn(date.toPlainDateTime(handOff.at), timeZone), person });
        date = date.add({ days: rotation.turnDays });
      }
      return turns;
    });
  }

  /** Every instant at which something may change. */
  boundaries(): Temporal.Instant[] {
    const { timeZone } = this.catalog.organization;
    const days = this.catalog.holidays.flatMap(({ date }) =>
      // However many rest days and holidays lie between, a replacement is not further away.
      Array.from({ length: 70 }, (_, later) =>
        date.add({ days: later }).toZonedDateTime(timeZone).toInstant(),
      ),
    );
    const leaves = this.catalog.leave.flatMap(({ from, until }) => [from, until]);
    const gone = this.catalog.people.flatMap(({ left }) => left?.toZonedDateTime(timeZone).toInstant() ?? []);
    return [...this.turns.map(({ from }) => from), ...days, ...leaves, ...gone];
  }

  at(instant: Temporal.Instant): Standing | undefined {
    const current = this.currentAt(instant);
    const turn = this.turns[current];
    if (turn === undefined) return undefined;
    const following = this.following(instant);
    const rostered = turn.person.id;
    const common = { rostered, turn: `${turn.from} ${this.turns[current + 1]?.from}` };
    const absent = this.absentAt(instant);
    if (!absent.has(rostered)) return { onDuty: rostered, reason: 'rotation', away: [], ...common };
    const asked = this.askedAt(instant, [rostered, ...following]);
    const standIn = asked.find(({ isAway }) => !isAway);
    if (standIn !== undefined) return { onDuty: standIn.person, reason: 'cover', away: [], ...common };
    return { onDuty: rostered, reason: 'clash', away: asked.map(({ person }) => person), ...common };
  }

  /**
   * People in the order in which they are asked, nobody twice: after each of a list who is
   * away those whom a leave of theirs names at that instant, and so on. Those who are named
   * agreed to it: a leave of their own keeps them, a holiday does not.
   */
  askedAt(instant: Temporal.Instant, people: readonly string[]): readonly Asked[] {
    const absent = this.absentAt(instant);
    const onLeave = this.onLeaveAt(instant);
    const waiting = people.map((person) => ({ person, isAway: absent.has(person) }));
    const asked: Asked[] = [];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { person, isAway } = next;
      if (asked.some((each) => each.person === person)) continue;
      asked.push(next);
      const named = isAway ? this.namedBy(person, instant) : [];
      waiting.unshift(...named.map((each) => ({ person: each, isAway: onLeave.has(each) })));
    }
    return asked;
  }

  /** Whom the leaves of a person name at an instant: those first that begin first, then those that end first, then as written. */
  private namedBy(person: string, instant: Temporal.Instant): readonly string[] {
    return this.catalog.leave
      .filter((leave) => leave.person.id === person)
      .filter(
        ({ from, until }) =>
          Temporal.Instant.compare(from, instant) <= 0 && Temporal.Instant.compare(instant, until) < 0,
      )
      .sort((a, b) => Temporal.Instant.compare(a.from, b.from) || Temporal.Instant.compare(a.until, b.until))
      .flatMap(({ cover }) => (cover === undefined ? [] : [cover.id]));
  }

  /** Ids of the people of the turns that follow, as many as may be asked. */
  following(instant: Temporal.Instant): readonly string[] {
    const next = this.currentAt(instant) + 1;
    return this.turns.slice(next, next + this.reach).map(({ person }) => person.id);
  }

  /** Ids of the people who are away at an instant. */
  absentAt(instant: Temporal.Instant): ReadonlySet<string> {
    const date = instant.toZonedDateTimeISO(this.catalog.organization.timeZone).toPlainDate();
    const off = this.offOn(date).map((holiday) => holiday.id);
    const observers = this.catalog.people.filter(({ observes }) =>
      off.some((id) => observes === 'all' || observes.includes(id)),
    );
    return new Set([...this.onLeaveAt(instant), ...observers.map((person) => person.id)]);
  }

  /** Ids of the people who are on leave at an instant, or have left: no agreement changes that. */
  onLeaveAt(instant: Temporal.Instant): ReadonlySet<string> {
    const running = this.catalog.leave.filter(
      (leave) =>
        Temporal.Instant.compare(leave.from, instant) <= 0 &&
        Temporal.Instant.compare(instant, leave.until) < 0,
    );
    const date = instant.toZonedDateTimeISO(this.catalog.organization.timeZone).toPlainDate();
    const gone = this.catalog.people.filter(
      ({ left }) => left !== undefined && Temporal.PlainDate.compare(left, date) <= 0,
    );
    return new Set([...running.map((leave) => leave.person.id), ...gone.map((person) => person.id)]);
  }

  /** Whether a local day is a holiday or stands for one. */
  isHoliday(date: Temporal.PlainDate): boolean {
    return this.offOn(date).length > 0;
  }

  /** Position of the turn that runs, -1 before the first. */
  private currentAt(instant: Temporal.Instant): number {
    return this.turns.filter(({ from }) => Temporal.Instant.compare(from, instant) <= 0).length - 1;
  }

  /** The holidays that make a local day a day off: its own, or those that were moved to it. */
  private offOn(date: Temporal.PlainDate): readonly Holiday[] {
    const own = (day: Temporal.PlainDate) =>
      this.catalog.holidays.filter((holiday) => holiday.date.equals(day));
    return own(date).length > 0 ? own(date) : (this.movedTo().get(date.toString()) ?? []);
  }

  /** Replacement days by their date, told day by day: whoever waits takes the first day that is free. */
  private movedTo(): ReadonlyMap<string, readonly Holiday[]> {
    this.moved ??= (() => {
      const { restDays, workingWeek } = this.catalog.organization;
      const moved = new Map<string, readonly Holiday[]>();
      const dates = this.catalog.holidays.map((holiday) => holiday.date.toString()).sort();
      const waiting: (readonly Holiday[])[] = [];
      let day = Temporal.PlainDate.from(dates[0] ?? '2026-01-01');
      for (; day.toString() <= (dates.at(-1) ?? '') || waiting.length > 0; day = day.add({ days: 1 })) {
        // 6 January 2026 is a Tuesday.
        const weekday = (
          ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'monday'] as const
        ).at(Temporal.PlainDate.from('2026-01-06').until(day).days % 7);
        if (weekday === undefined) throw new Error('a week has seven days');
        const listed = this.catalog.holidays.filter((holiday) => holiday.date.equals(day));
        if (listed.length === 0 && workingWeek.includes(weekday)) {
          const first = waiting.shift();
          if (first !== undefined) moved.set(day.toString(), first);
        }
        if (listed.length > 0 && restDays.includes(weekday)) waiting.push(listed);
      }
      return moved;
    })();
    return this.moved;
  }
}

/** By its offsets alone: where they differ on both sides of a time that there is not, the second begins. */
function handOffOn(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  );
  if (first === undefined || second === undefined) throw new Error('two answers');
  if (first.toPlainDateTime().equals(local)) return first.toInstant();
  // The clocks skip it: halve the time between both answers until the minute at which the offset changes.
  let [before, after] = [first.epochMilliseconds / 60_000, second.epochMilliseconds / 60_000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const at = Temporal.Instant.fromEpochMilliseconds(middle * 60_000).toZonedDateTimeISO(timeZone);
    if (at.offsetNanoseconds === first.offsetNanoseconds) before = middle;
    else after = middle;
  }
  return Temporal.Instant.fromEpochMilliseconds(after * 60_000);
}
