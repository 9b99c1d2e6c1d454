import type { Temporal } from 'temporal-polyfill';
import type { Person, Responder, Rotation } from '../../../catalog';
import type { ShiftReason, Span, Watch } from '../../../roster';
import type { PersonLoad } from '../../load/load';

/** A time for which another person is on call, or where nobody was or is. */
export interface ShiftChange extends Span {
  /** Id of the rotation, or a pipeline's id and the word of its step, e.g. `aggregate-growth/primary`. */
  readonly rotation: string;
  /** Id of the duty that the rotation fills, or filled. @default - a step that names a person */
  readonly duty?: string;
  /** The whole shift that this time was part of. @default - nobody was on call */
  readonly before?: Watch<Responder>;
  /** The whole shift that it is part of now. @default - nobody is on call */
  readonly after?: Watch<Responder>;
  /** True if nobody is on call because the time is outside the rotation's hours. @default false */
  readonly isOutsideHours?: boolean;
  /** The new shift's; `nobody` before the first version or outside hours, `removed` if the rotation is gone. */
  readonly reason: ShiftReason | 'nobody' | 'removed';
}

/** A rotation that appears or disappears. */
export interface RotationChange {
  readonly rotation: Rotation;
  readonly change: 'added' | 'removed';
}

/** Who is responsible for a pipeline. */
export interface Ownership {
  /** Id of a person or a team. */
  readonly primary: string;
  readonly secondary: string;
  readonly coverage: 'on-call' | 'office-hours';
  /** @default - nobody is on call for it */
  readonly rotation?: string;
}

/** A pipeline that appears, disappears, or changes hands. */
export interface OwnerChange {
  readonly pipeline: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** @default - the pipeline is new */
  readonly before?: Ownership;
  /** @default - the pipeline is gone */
  readonly after?: Ownership;
}

/** A changed escalation of a pipeline that is on call before and after, in words. */
export interface EscalationChange {
  readonly pipeline: string;
  readonly before: string;
  readonly after: string;
}

/** What changes about a rule: the whole rule, its kind, one of its metrics or one of its keys. */
export type RuleAspect =
  | 'rule'
  | 'kind'
  | 'metric'
  | 'by'
  | 'tolerancePercent'
  | 'maxLag'
  | 'deviationPercent'
  | 'weeks'
  | 'longerThan'
  | 'min'
  | 'max'
  | 'where'
  | 'query'
  | 'runbook'
  | 'threshold'
  | 'type'
  | 'aggregate'
  | 'over'
  | 'above'
  | 'below'
  | 'noData'
  | 'priority'
  | 'urgency'
  | 'hold'
  | 'failureClass';

/** One difference of one rule, in words with units. */
export interface RuleChange {
  readonly pipeline: string;
  /** Id of the rule. */
  readonly alert: string;
  readonly what: RuleAspect;
  /** `loosened`: it fires later or less often; `tightened`: earlier or more often. */
  readonly change: 'added' | 'removed' | 'loosened' | 'tightened' | 'changed';
  /** @default - there was none */
  readonly before?: string;
  /** @default - it is removed */
  readonly after?: string;
}

/** A changed section of a page in the runbooks folder, apart from its subsections. */
export interface RunbookChange {
  /** File name below the runbooks folder. */
  readonly file: string;
  /** Pipeline of the runbook. @default - the page is not a runbook */
  readonly pipeline?: string;
  /** Title of the section. @default - the whole page */
  readonly section?: string;
  /** Id of the alert that the section is about. @default - none */
  readonly alert?: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** A changed key of `organization.yaml`, in words. */
export interface SettingChange {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** A changed office, duty, hand-off, hours or length of turn, in words, of something that exists before and after. */
export interface ShapeChange {
  readonly what: 'rotation' | 'person' | 'pipeline';
  readonly id: string;
  readonly key: 'office' | 'duty' | 'hours' | 'handOff' | 'turn';
  readonly before: string;
  readonly after: string;
}

/** A changed display name of an id that stays. */
export interface NameChange {
  /** A desk goes by its team's id. */
  readonly what: 'pipeline' | 'rotation' | 'team' | 'desk' | 'person';
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** What one person carries before and after, if it changes. */
export interface LoadChange {
  readonly person: Person;
  /** @default - the person is new */
  readonly before?: PersonLoad;
  /** @default - the person is removed */
  readonly after?: PersonLoad;
}

/** What a reviewer would want to know; see {@link WARNING_CODES}. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

/** Every warning of a diff with its title. Codes are a public contract, and are never reused. */
export const WARNING_CODES = {
  DIFF001: 'the shift that is running changes',
  DIFF002: 'a shift changes within 72 hours',
  DIFF003: 'somebody has several turns in a row',
  DIFF004: 'a new clash: everybody is away',
  DIFF005: 'a pipeline loses its only alert',
  DIFF006: 'history is rewritten',
  DIFF007: 'somebody who is on call now is removed',
  DIFF008: 'another log-in is paged',
  DIFF009: 'somebody is on call in two rotations at once',
  DIFF010: 'an agreed stand-in is away',
  DIFF011: 'a pipeline no longer pages anybody',
  DIFF012: 'a pipeline now pages',
  DIFF013: 'somebody is new in the data',
  DIFF014: 'both owners of an office-hours pipeline are away',
  DIFF015: 'a rule wakes nobody at night any more',
  DIFF016: 'a rule now wakes people at night',
  DIFF017: 'somebody gets a second duty',
  DIFF018: 'hours of a rotation shrink',
  DIFF019: 'hours of a rotation grow',
  DIFF020: 'an office changes',
  DIFF021: 'a time zone changes in the middle of a turn',
  DIFF022: 'a duty is added or removed',
  DIFF023: 'a step gains or loses a target',
} as const;

/** The stable code of a warning. */
export type WarningCode = keyof typeof WARNING_CODES;

/** What a change of the data does, from `asOf` to the horizon of the changed data. */
export interface Diff {
  readonly asOf: Temporal.Instant;
  readonly horizon: Temporal.Instant;
  readonly rotations: readonly RotationChange[];
  readonly shapes: readonly ShapeChange[];
  /** By rotation, in order. */
  readonly shifts: readonly ShiftChange[];
  readonly owners: readonly OwnerChange[];
  readonly escalations: readonly EscalationChange[];
  readonly rules: readonly RuleChange[];
  readonly runbooks: readonly RunbookChange[];
  readonly names: readonly NameChange[];
  readonly settings: readonly SettingChange[];
  readonly load: readonly LoadChange[];
  /** By code. */
  readonly warnings: readonly Warning[];
}
