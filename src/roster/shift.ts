import type { Holiday, Leave, Person, Pipeline, Responder, Rotation } from '../catalog';
import type { Span } from '../time/span';

/** Why a person is away for a time. */
export type Absence = Span &
  (
    | { readonly kind: 'left'; readonly person: Person }
    | { readonly kind: 'leave'; readonly person: Person; readonly leave: Leave }
    /** On call in an earlier duty of the same pipeline. */
    | { readonly kind: 'duty'; readonly person: Person; readonly rotation: Rotation }
    | {
        readonly kind: 'holiday';
        readonly person: Person;
        /** The holidays that the person observes on this local day; two may share one. */
        readonly holidays: readonly Holiday[];
        /** True on a replacement day, false on the holiday itself. */
        readonly replacement: boolean;
      }
  );

/** `rotation`: the rostered person stands; `cover`: a stand-in does; `clash`: everybody is away, the rostered person keeps the watch. */
export type ShiftReason = 'rotation' | 'cover' | 'clash';

/** A time in which one and the same is paged, and why. */
export interface Watch<Who extends Responder = Person> extends Span {
  /** Who is paged. */
  readonly onDuty: Who;
  /** Whose turn it is, or who is meant. */
  readonly rostered: Who;
  readonly reason: ShiftReason;
  /** The rostered person's absences that touch this time; empty where the reason is `rotation`. */
  readonly absences: readonly Absence[];
}

/** One person's watch, inside one turn of a rotation. */
export interface Shift extends Watch {
  /** Where the turn that this shift is a part of begins and ends. */
  readonly turn: Span;
}

/** A time in which everybody who could stand is away. */
export interface Clash extends Span {
  readonly rostered: Person;
  /** Everybody who could stand, those included whom a leave names, all of them away: the rostered person first, then in the order in which they were asked. */
  readonly away: readonly Person[];
}

/** Who stands when in one rotation. */
export interface RotationRoster {
  /** Id of the rotation. */
  readonly rotation: string;
  /** In order, each inside one turn, clipped to the window that was asked for; consecutive but for the time outside hours. */
  readonly shifts: readonly Shift[];
  readonly clashes: readonly Clash[];
  /** Times of the window, in hours, before the first version begins. */
  readonly gaps: readonly Span[];
}

/** Who is reached when a pipeline pages a person by name: the person, or who stands in. */
export interface PersonRoster {
  /** The pipeline's id and the person's, joined by a slash, which no rotation's id has. */
  readonly id: string;
  readonly pipeline: Pipeline;
  readonly person: Person;
  /** Consecutive, in order, clipped to the window that was asked for. */
  readonly shifts: readonly Watch<Responder>[];
  readonly clashes: readonly Clash[];
}
