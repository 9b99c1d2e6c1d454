import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Person } from './owner';

/** People who take turns on watch for one or more pipelines. */
export interface Rotation {
  readonly id: string;
  readonly name: string;
  /** Ids of the pipelines that it serves, at least one. */
  readonly pipelines: readonly string[];
  /** Length of a turn in whole local days, at least 1. */
  readonly turnDays: number;
  /** Orders in force one after the other, oldest first, at least one. */
  readonly versions: readonly RotationVersion[];
  readonly source: Location;
}

/** An order of people, in force from a hand-off until the next version begins. */
export interface RotationVersion {
  /** Local date of the hand-off at which it begins; its time is the organization's hand-off time. */
  readonly from: Temporal.PlainDate;
  /** Who stands turn after turn, nobody twice, at least one. */
  readonly order: readonly Person[];
  readonly source: Location;
}
