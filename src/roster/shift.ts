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

/**
 * Why somebody is on call. `rotation`: it is their turn; `cover`: the rostered person is away;
 * `clash`: everybody is away, so the rostered person stays on call.
 */
export type ShiftReason = 'rotation' | 'cover' | 'clash';

/** A time in which the same person is paged for the same reason. */
export interface Watch<Who extends Responder = Person> extends Span {
  /** Who is paged. */
  readonly onDuty: Who;
  /** Whose turn it is, or who is to be paged by name. */
  readonly rostered: Who;
  /** Why `onDuty` is paged. */
  readonly reason: ShiftReason;
  /** The rostered person's absences that overlap this time; empty if the reason is `rotation`. */
  readonly absences: readonly Absence[];
}

/** A time in which one person is on call, within one turn of a rotation. */
export interface Shift extends Watch {
  /** The turn that the shift is a part of. */
  readonly turn: Span;
}

/** A time in which everybody who could be on call is away. */
export interface Clash extends Span {
  /** Whose turn it is. */
  readonly rostered: Person;
  /** Everybody who could be on call, covers named by leaves included: the rostered person first, then in order of precedence. */
  readonly away: readonly Person[];
}

/** Who is on call when in one rotation. */
export interface RotationRoster {
  /** Id of the rotation. */
  readonly rotation: string;
  /** In order, each within one turn, clipped to the requested window; consecutive except outside hours. */
  readonly shifts: readonly Shift[];
  /** Times in which everybody is away, in order. */
  readonly clashes: readonly Clash[];
  /** Times of the window, within hours, before the first version starts. */
  readonly gaps: readonly Span[];
}

/** Who is paged when a pipeline pages a person by name: the person, or their cover. */
export interface PersonRoster {
  /** Ids of the pipeline and the person, joined by a slash, which no rotation's id contains. */
  readonly id: string;
  /** The pipeline that pages the person. */
  readonly pipeline: Pipeline;
  /** The person paged by name. */
  readonly person: Person;
  /** Consecutive, in order, clipped to the requested window. */
  readonly shifts: readonly Watch<Responder>[];
  /** Times in which the person and everybody who could cover are away, in order. */
  readonly clashes: readonly Clash[];
}
