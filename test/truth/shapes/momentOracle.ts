import {
  firstDay,
  type HoursShape,
  OFFICES,
  officeOf,
  type RotationShape,
  type Shape,
} from './randomOrganization';
import { clockOf, dayOf, dayOn, wallOf, weekdayOf, type ZoneClock } from './zoneClock';

/** Who is on call at a moment, and whether everybody else who could be was away. */
export interface Answer {
  readonly person: number;
  readonly isClash: boolean;
}

/** Index of the last that is not after a moment. */
function lastUntil(turns: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whose turn begins at a moment, and in which hours it counts. */
interface Turn {
  readonly at: number;
  readonly person: number;
  readonly hours?: HoursShape;
}

interface Leave {
  readonly person: number;
  readonly from: number;
  readonly until: number;
  readonly cover?: number;
  readonly rotation?: number;
}

/** Where the turns are written out until. */
const LAST_DAY = dayOf('2027-04-15');
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/**
 * The rules of the roster once more, by somebody who knows nothing of spans: asked about one
 * moment, in milliseconds, it looks at clocks on the wall and at lists.
 */
export class MomentOracle {
  private readonly clocks: readonly ZoneClock[];
  private readonly turns: readonly (readonly Turn[])[];
  private readonly reach: readonly number[];
  private readonly leaves: readonly Leave[];
  private readonly daysOff: readonly ReadonlySet<number>[];
  /** Of each rotation, by moment: those of the first duty are asked again for every backup. */
  private readonly known: readonly Map<number, Answer | undefined>[];

  constructor(private readonly shape: Shape) {
    this.clocks = shape.zones.map(clockOf);
    this.turns = shape.rotations.map((rotation) => this.turnsOf(rotation));
    this.reach = shape.rotations.map(({ versions }) => versions.flatMap((each) => each.order).length);
    this.known = shape.rotations.map(() => new Map());
    this.daysOff = OFFICES.map((_, office) => this.daysOffOf(office));
    this.leaves = shape.leave
      .map(({ from, until, ...rest }) => {
        const clock = this.clock(officeOf(rest.person));
        const [first, begins] = from.split('T');
        const [last, ends] = until.split('T');
        const end =
          ends === undefined ? wallOf(dayOf(last as string) + 1) : wallOf(dayOf(last as string), ends);
        return {
          ...rest,
          from: clock.first(wallOf(dayOf(first as string), begins)),
          until: clock.first(end),
        };
      })
      .sort((a, b) => a.from - b.from || a.until - b.until);
  }

  /** Who is on call in a rotation; nobody outside its hours. */
  at(rotation: number, at: number): Answer | undefined {
    const known = this.known[rotation] ?? new Map<number, Answer | undefined>();
    if (!known.has(at)) known.set(at, this.answer(rotation, at));
    return known.get(at);
  }

  private answer(rotation: number, at: number): Answer | undefined {
    const turns = this.turns[rotation] ?? [];
    const current = lastUntil(turns, at);
    const turn = turns[current];
    if (turn === undefined) return undefined;
    const rostered = turn.person;
    if (turn.hours !== undefined && !this.isInHours(this.rotation(rotation).office, turn.hours, at)) {
      return undefined;
    }
    const busy = this.onEarlierDuty(rotation, at);
    const isAway = (person: number, agreed = false) =>
      busy.includes(person) ||
      this.leavesOf(person, rotation, at).length > 0 ||
      (!agreed && this.isOnHoliday(person, at));
    if (!isAway(rostered)) return { person: rostered, isClash: false };
    const seen = new Set<number>();
    const next = turns.slice(current, current + 1 + (this.reach[rotation] ?? 0)).map(({ person }) => person);
    for (const person of next) {
      const found = this.ask(person, false, rotation, at, seen, isAway);
      if (found !== undefined) return { person: found, isClash: false };
    }
    return { person: rostered, isClash: true };
  }

  /** Who is paged for a person who is paged by name: them, else the first of the owners who is there. */
  named(person: number, owners: readonly number[], at: number): Answer {
    const isAway = (each: number) =>
      this.leavesOf(each, undefined, at).length > 0 || this.isOnHoliday(each, at);
    const found = [person, ...owners].find((each) => !isAway(each));
    return { person: found ?? person, isClash: found === undefined };
  }

  /** Every moment from `begin` until `end` at which an answer may change. */
  edges(begin: number, end: number): number[] {
    const days = Array.from({ length: 34 }, (_, offset) => dayOn(begin) - 2 + offset);
    const midnights = this.clocks.flatMap((clock) => days.map((day) => clock.first(wallOf(day))));
    const hours = this.shape.rotations.flatMap(({ office, hours: own, versions }) =>
      [own, ...versions.map((version) => version.hours)].flatMap((given) =>
        days.flatMap((day) =>
          given === undefined
            ? []
            : [given.from, given.until].map((time) => this.clock(office).first(wallOf(day, time))),
        ),
      ),
    );
    const leaves = this.leaves.flatMap(({ from, until }) => [from, until]);
    const turns = this.turns.flatMap((each) => each.map(({ at }) => at));
    return [begin, ...midnights, ...hours, ...leaves, ...turns].filter((at) => begin <= at && at < end);
  }

  /** Somebody, or whoever their leaves of this moment name, in the order of the file. */
  private ask(
    person: number,
    agreed: boolean,
    rotation: number,
    at: number,
    seen: Set<number>,
    isAway: (person: number, agreed: boolean) => boolean,
  ): number | undefined {
    if (seen.has(person)) return undefined;
    seen.add(person);
    if (!isAway(person, agreed)) return person;
    for (const leave of this.leavesOf(person, rotation, at)) {
      if (leave.cover === undefined) continue;
      const found = this.ask(leave.cover, true, rotation, at, seen, isAway);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private onEarlierDuty(rotation: number, at: number): readonly number[] {
    if (this.rotation(rotation).duty === 'on-duty') return [];
    return this.shape.rotations.flatMap(({ duty }, index) =>
      duty === 'on-duty' ? (this.at(index, at)?.person ?? []) : [],
    );
  }

  /** Those that run and count for the rotation, by their beginning, then in the order of the file. */
  private leavesOf(person: number, rotation: number | undefined, at: number): Leave[] {
    return this.leaves.filter(
      (leave) =>
        leave.person === person &&
        leave.from <= at &&
        at < leave.until &&
        (leave.rotation === undefined || leave.rotation === rotation),
    );
  }

  private isOnHoliday(person: number, at: number): boolean {
    if (this.shape.observesAll[person] !== true) return false;
    const office = officeOf(person);
    return this.daysOff[office]?.has(dayOn(this.clock(office).wall(at))) === true;
  }

  /** Holidays of an office; in the west one on a weekend moves to the next working day that is none. */
  private daysOffOf(office: number): ReadonlySet<number> {
    const days = new Set((this.shape.holidays[office] ?? []).map(dayOf));
    if (OFFICES[office] !== 'west') return days;
    for (const holiday of [...days].sort((a, b) => a - b)) {
      if (weekdayOf(holiday) < 5) continue;
      let day = holiday;
      while (weekdayOf(day) > 4 || days.has(day)) day += 1;
      days.add(day);
    }
    return days;
  }

  private isInHours(office: number, { days = EVERY_DAY, from, until }: HoursShape, at: number): boolean {
    const clock = this.clock(office);
    const today = dayOn(clock.wall(at));
    return [-2, -1, 0, 1].some((offset) => {
      const day = today + offset;
      if (!days.includes(weekdayOf(day))) return false;
      const ends = until > from ? day : day + 1;
      return clock.first(wallOf(day, from)) <= at && at < clock.first(wallOf(ends, until));
    });
  }

  private turnsOf(rotation: RotationShape) {
    const clock = this.clock(rotation.office);
    const begins = rotation.versions.map((_, version) => dayOf(firstDay(rotation, version).toString()));
    return rotation.versions.flatMap(({ order, turn, at: own, hours = rotation.hours }, version) => {
      const turns: Turn[] = [];
      let day = begins[version] as number;
      for (let number = 0; day < (begins[version + 1] ?? LAST_DAY); number += 1) {
        const at = clock.first(wallOf(day, own ?? rotation.handOff.at));
        turns.push({ at, person: order[number % order.length] ?? 0, ...(hours && { hours }) });
        day += turn ?? rotation.turn;
      }
      return turns;
    });
  }

  private rotation(index: number): RotationShape {
    const rotation = this.shape.rotations[index];
    if (rotation === undefined) throw new Error(`no rotation ${index}`);
    return rotation;
  }

  private clock(office: number): ZoneClock {
    const clock = this.clocks[office];
    if (clock === undefined) throw new Error(`no office ${office}`);
    return clock;
  }
}
