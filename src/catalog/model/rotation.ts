import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Office } from './office';
import type { Person } from './owner';
import type { Weekday } from './weekday';

/** People who take turns on watch for one or more pipelines. */
export interface Rotation {
  readonly id: string;
  readonly name: string;
  /** Ids of the pipelines that it serves, at least one. */
  readonly pipelines: readonly string[];
  /** Id of the duty that it fills. */
  readonly duty: string;
  /**
   * Whose clock hands off.
   * @default - the organization's own office
   */
  readonly office?: Office;
  /** When turns change hands, in the office's time. */
  readonly handOff: { readonly day: Weekday; readonly at: Temporal.PlainTime };
  /**
   * When it is on call, in the office's time; turns are handed off as without.
   * @default - always
   */
  readonly hours?: Hours;
  /** Length of a turn in whole local days, at least 1. */
  readonly turnDays: number;
  /** Orders in force one after the other, oldest first, at least one. */
  readonly versions: readonly RotationVersion[];
  readonly source: Location;
}

/** An order of people, in force from a hand-off until the next version begins. */
export interface RotationVersion {
  /** Local date of the hand-off at which it begins; its time is that of the rotation's hand-off. */
  readonly from: Temporal.PlainDate;
  /** Who stands turn after turn, nobody twice, at least one. */
  readonly order: readonly Person[];
  readonly source: Location;
}

/** Windows of local time, one on each of the days. */
export interface Hours {
  /** Days on which a window begins, Monday first, at least one. */
  readonly days: readonly Weekday[];
  readonly from: Temporal.PlainTime;
  /** Excluded. Not after `from`: on the next day, so that the same time means 24 hours. */
  readonly until: Temporal.PlainTime;
}
