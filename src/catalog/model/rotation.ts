import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Office } from './office';
import type { Person } from './owner';
import type { Weekday } from './weekday';

/** People who take turns being on call for one or more pipelines. */
export interface Rotation {
  /** Id in the data; part of Terraform addresses. */
  readonly id: string;
  /** Display name, and the name of the PagerDuty schedule. */
  readonly name: string;
  /** Ids of the pipelines that it serves, at least one. */
  readonly pipelines: readonly string[];
  /** Id of the duty that it fills. */
  readonly duty: string;
  /**
   * The office whose time zone the hand-off and the hours use.
   * @default - the organization's own office
   */
  readonly office?: Office;
  /** When turns are handed off, in the office's time zone. */
  readonly handOff: HandOff;
  /**
   * When it is on call, in the office's time zone; they do not change the turns.
   * @default - always
   */
  readonly hours?: Hours;
  /** Length of a turn in whole local days, at least 1. */
  readonly turnDays: number;
  /** Orders in force one after another, oldest first, at least one. */
  readonly versions: readonly RotationVersion[];
  /** Where its key is. */
  readonly source: Location;
}

/** A local time at which turns are handed off, and the weekday on which a version begins. */
export interface HandOff {
  /** The weekday. */
  readonly day: Weekday;
  /** The local time. */
  readonly at: Temporal.PlainTime;
}

/** An order of people, in force from a hand-off until the next version starts. */
export interface RotationVersion {
  /** Local date of the hand-off at which it starts, on which a turn of the version before it ends; the time is that of its hand-off. */
  readonly from: Temporal.PlainDate;
  /** Who is on call turn after turn: at least one person, nobody twice. */
  readonly order: readonly Person[];
  /**
   * Its own length of a turn in whole local days, at least 1.
   * @default - that of the rotation
   */
  readonly turnDays?: number;
  /**
   * When its own turns are handed off, the first at `from`.
   * @default - that of the rotation
   */
  readonly handOff?: HandOff;
  /**
   * When it is on call, instead of in the rotation's hours.
   * @default - those of the rotation
   */
  readonly hours?: Hours;
  /** Where its entry starts. */
  readonly source: Location;
}

/** Windows of local time, one on each of some weekdays. */
export interface Hours {
  /** Days on which a window starts, Monday first, at least one. */
  readonly days: readonly Weekday[];
  /** Local time at which a window starts. */
  readonly from: Temporal.PlainTime;
  /** Local time at which it ends, excluded; on the next day unless it is after `from`, so that equal times mean 24 hours. */
  readonly until: Temporal.PlainTime;
}
