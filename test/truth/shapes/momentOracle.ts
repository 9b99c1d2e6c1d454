import { Temporal } from 'temporal-polyfill';
import {
  DAYS,
  firstDay,
  OFFICES,
  officeOf,
  PEOPLE,
  type RotationShape,
  type Shape,
} from './randomOrganization';

/** Who is on call in a rotation at a moment, and why. */
export interface Answer {
  readonly person: number;
  readonly isClash: boolean;
}

/**
 * The rules of the roster once more, by somebody who knows nothing of spans: asked about one
 * moment, it looks at clocks on the wall and at lists.
 */
export class MomentOracle {
  private readonly turns: readonly (readonly { readonly at: bigint; readonly person: number }[])[];
  private readonly reach: readonly number[];

  constructor(private readonly shape: Shape) {
    this.turns = shape.rotations.map((rotation) => this.turnsOf(rotation));
    this.reach = shape.rotations.map(({ orders }) => orders.flat().length);
  }

  /** Nobody outside the rotation's hours. */
  at(rotation: number, at: Temporal.Instant): Answer | undefined {
    const shape = this.rotation(rotation);
    if (shape.hours !== undefined && !this.isInHours(shape, at)) return undefined;
    const turns = this.turns[rotation] ?? [];
    const current = turns.findLastIndex((turn) => turn.at <= at.epochNanoseconds);
    const rostered = turns[current]?.person;
    if (rostered === undefined) return undefined;
    const busy = this.onEarlierDuty(rotation, at);
    const isAway = (person: number, agreed = false) =>
      busy.has(person) || this.isOnLeave(person, rotation, at) || (!agreed && this.isOnHoliday(person, at));
    if (!isAway(rostered)) return { person: rostered, isClash: false };
    const seen = new Set<number>();
    const next = turns.slice(current, current + 1 + (this.reach[rotation] ?? 0)).map(({ person }) => person);
    for (const person of next) {
      const found = this.ask(person, false, rotation, at, seen, isAway);
      if (found !== undefined) return { person: found, isClash: false };
    }
    return { person: rostered, isClash: true };
  }

  /** Somebody, or whoever their leaves of this moment name, in the order of the file. */
  private ask(
    person: number,
    agreed: boolean,
    rotation: number,
    at: Temporal.Instant,
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

  private onEarlierDuty(rotation: number, at: Temporal.Instant): ReadonlySet<number> {
    if (this.rotation(rotation).duty === 'on-duty') return new Set();
    const earlier = this.shape.rotations.flatMap(({ duty }, index) => (duty === 'on-duty' ? [index] : []));
    return new Set(earlier.flatMap((index) => this.at(index, at)?.person ?? []));
  }

  private isOnLeave(person: number, rotation: number, at: Temporal.Instant): boolean {
    return this.leavesOf(person, rotation, at).length > 0;
  }

  /** Those that run and count for the rotation, by their beginning, then in the order of the file. */
  private leavesOf(person: number, rotation: number, at: Temporal.Instant): Shape['leave'] {
    const day = this.dayOf(person, at);
    return this.shape.leave
      .filter((leave) => leave.person === person && leave.from <= day && day <= leave.until)
      .filter((leave) => leave.rotation === undefined || leave.rotation === rotation)
      .sort((a, b) =>
        a.from < b.from ? -1 : a.from > b.from ? 1 : a.until < b.until ? -1 : a.until > b.until ? 1 : 0,
      );
  }

  private isOnHoliday(person: number, at: Temporal.Instant): boolean {
    if (this.shape.observesAll[person] !== true) return false;
    return this.daysOff(officeOf(person)).has(this.dayOf(person, at));
  }

  /** Holidays of an office; in the west one on a weekend moves to the next working day that is none. */
  private daysOff(office: number): ReadonlySet<string> {
    const days = new Set(this.shape.holidays[office] ?? []);
    if (OFFICES[office] !== 'west') return days;
    for (const day of [...days].sort()) {
      let date = Temporal.PlainDate.from(day);
      if (date.dayOfWeek < 6) continue;
      while (date.dayOfWeek > 5 || days.has(date.toString())) date = date.add({ days: 1 });
      days.add(date.toString());
    }
    return days;
  }

  private dayOf(person: number, at: Temporal.Instant): string {
    return at
      .toZonedDateTimeISO(this.zone(officeOf(person)))
      .toPlainDate()
      .toString();
  }

  private isInHours(rotation: RotationShape, at: Temporal.Instant): boolean {
    const { days = [0, 1, 2, 3, 4, 5, 6], from, until } = rotation.hours ?? { from: '', until: '' };
    const zone = this.zone(rotation.office);
    const today = at.toZonedDateTimeISO(zone).toPlainDate();
    return [-2, -1, 0, 1].some((offset) => {
      const day = today.add({ days: offset });
      if (!days.includes(day.dayOfWeek - 1)) return false;
      const [begin, end] = [
        moment(day, from, zone),
        moment(day.add({ days: until > from ? 0 : 1 }), until, zone),
      ];
      return begin <= at.epochNanoseconds && at.epochNanoseconds < end;
    });
  }

  private turnsOf(rotation: RotationShape) {
    const zone = this.zone(rotation.office);
    const last = Temporal.PlainDate.from('2027-03-01').add({ days: DAYS });
    return rotation.orders.flatMap((order, version) => {
      const begins = firstDay(rotation, version);
      const ends = version + 1 < rotation.orders.length ? firstDay(rotation, version + 1) : last;
      const turns: { at: bigint; person: number }[] = [];
      for (let day = begins, number = 0; Temporal.PlainDate.compare(day, ends) < 0; number += 1) {
        turns.push({ at: moment(day, rotation.handOff.at, zone), person: order[number % order.length] ?? 0 });
        day = day.add({ days: rotation.turn });
      }
      return turns;
    });
  }

  private rotation(index: number): RotationShape {
    const rotation = this.shape.rotations[index];
    if (rotation === undefined) throw new Error(`no rotation ${index}`);
    return rotation;
  }

  private zone(office: number): string {
    const zone = this.shape.zones[office];
    if (zone === undefined) throw new Error(`no office ${office}`);
    return zone;
  }
}

const moments = new Map<string, bigint>();

/** The first quarter of an hour at which the clock on the wall shows a time or has passed it, found by looking. */
function moment(day: Temporal.PlainDate, time: string, zone: string): bigint {
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const key = `${local} ${zone}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  const isReached = (at: Temporal.Instant) =>
    Temporal.PlainDateTime.compare(at.toZonedDateTimeISO(zone).toPlainDateTime(), local) >= 0;
  let at = local.toZonedDateTime('UTC').toInstant().subtract({ hours: 14 });
  while (!isReached(at)) at = at.add({ hours: 1 });
  at = at.subtract({ hours: 3 });
  while (!isReached(at)) at = at.add({ minutes: 15 });
  moments.set(key, at.epochNanoseconds);
  return at.epochNanoseconds;
}

/** Their e-mail addresses, as the data has them. */
export const emailOf = (person: number): string => `${PEOPLE[person]}@shapes.example`;
