import type { Temporal } from 'temporal-polyfill';
import {
  type Organization,
  type Person,
  type Rotation,
  type RotationVersion,
  versionShape,
} from '../catalog';
import { dayOfDate } from '../time/localDay';
import { isBefore, type Span } from '../time/span';
import { HandOffs } from './handOffs';
import { zoneOf } from './zoneOf';

/** A turn of a rotation: who is rostered from one hand-off to the next. */
export interface Turn {
  readonly span: Span;
  readonly rostered: Person;
  /** Position of its version in the rotation. */
  readonly version: number;
  /** Position in its version: 0 is the version's first turn. */
  readonly number: number;
}

/**
 * The turns of a rotation, computed on demand. Turns are counted from the start of their
 * version; a version ends when the next starts, the last one never.
 */
export class Turns {
  private readonly versions: readonly NumberedVersion[];
  /** How many following turns a cover may look at: the lengths of all orders added up. */
  private readonly reach: number;

  /** @param handOffsAt the hand-offs at a local time of day, in the rotation's zone */
  constructor(
    private readonly rotation: Rotation,
    handOffsAt: (at: Temporal.PlainTime) => HandOffs,
  ) {
    this.versions = numbered(rotation, handOffsAt);
    this.reach = rotation.versions.reduce((sum, version) => sum + version.order.length, 0);
  }

  /** The first turn of the first version. */
  first(): Turn {
    return this.turn(0, 0);
  }

  /** When a version of the rotation starts. */
  startOf(version: number): Temporal.Instant {
    const { day, handOffs } = this.version(version);
    return handOffs.on(day);
  }

  /** The turn that runs at an instant; undefined before the first version. */
  at(instant: Temporal.Instant): Turn | undefined {
    const index = this.versions.findLastIndex((_, position) => !isBefore(instant, this.startOf(position)));
    const version = this.versions[index];
    if (version === undefined) return undefined;
    // If the clocks change at midnight, a hand-off can fall just outside its own local date:
    // start a day late, and go back to the turn that has started. The first one has.
    const days = version.handOffs.dayAt(instant) + 1 - version.day;
    let number = Math.min(Math.floor(days / version.turnDays), version.turns - 1);
    while (isBefore(instant, this.turn(index, number).span.from)) number -= 1;
    return this.turn(index, number);
  }

  /** The following turn, which may be in the next version. */
  next(turn: Turn): Turn {
    const more = turn.number + 1 < this.version(turn.version).turns;
    return more ? this.turn(turn.version, turn.number + 1) : this.turn(turn.version + 1, 0);
  }

  /**
   * Who is rostered in the following turns, nearest first: as many turns as the rotation's
   * orders have entries in total. Somebody with several turns comes once for each.
   * @param turn undefined: the time before the first version
   */
  *peopleAfter(turn: Turn | undefined): Generator<Person, void> {
    let version = turn?.version ?? 0;
    let number = turn === undefined ? 0 : turn.number + 1;
    for (let step = 0; step < this.reach; step += 1) {
      if (number >= this.version(version).turns) {
        version += 1;
        number = 0;
      }
      yield this.rostered(version, number);
      number += 1;
    }
  }

  private turn(version: number, number: number): Turn {
    const { day, turns, turnDays, handOffs } = this.version(version);
    const isLast = number + 1 >= turns;
    const until = isLast ? this.startOf(version + 1) : handOffs.on(day + (number + 1) * turnDays);
    const span = { from: handOffs.on(day + number * turnDays), until };
    return { span, rostered: this.rostered(version, number), version, number };
  }

  private rostered(version: number, number: number): Person {
    const { order } = this.version(version);
    const person = order[number % order.length];
    if (person === undefined) throw new RangeError(`version ${version} of ${this.rotation.id} has no order`);
    return person;
  }

  private version(index: number): NumberedVersion {
    const version = this.versions[index];
    if (version === undefined) throw new RangeError(`${this.rotation.id} has no version ${index}`);
    return version;
  }
}

/** The turns of a single rotation; {@link Rosters} shares hand-offs between several. */
export function turnsOf(rotation: Rotation, organization: Pick<Organization, 'timeZone'>): Turns {
  const timeZone = zoneOf(rotation, organization);
  return new Turns(rotation, (at) => new HandOffs(timeZone, at));
}

interface NumberedVersion extends Pick<RotationVersion, 'order'> {
  /** Number of the local day on which it starts. */
  readonly day: number;
  readonly turnDays: number;
  readonly handOffs: HandOffs;
  /** How many turns it has; the last one lasts until the next version starts, which may be at another time of day. */
  readonly turns: number;
}

function numbered(
  rotation: Rotation,
  handOffsAt: (at: Temporal.PlainTime) => HandOffs,
): readonly NumberedVersion[] {
  const shaped = rotation.versions.map((version) => {
    const { turnDays, handOff } = versionShape(rotation, version);
    const handOffs = handOffsAt(handOff.at);
    return { order: version.order, day: dayOfDate(version.from), turnDays, handOffs };
  });
  return shaped.map((version, index) => {
    const end = shaped[index + 1]?.day ?? Number.POSITIVE_INFINITY;
    return { ...version, turns: Math.ceil((end - version.day) / version.turnDays) };
  });
}
