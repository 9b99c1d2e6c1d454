import type { Temporal } from 'temporal-polyfill';
import type { OnCallHours } from './hoursRestrictions';

/**
 * An order of people, in force from a hand-off until the next version begins.
 * @example
 * { from: Temporal.ZonedDateTime.from('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [spencer, choo] }
 */
export interface RotationOrder<User> {
  /** The hand-off at which it begins, in the schedule's zone; all of its hand-offs have its local time. */
  readonly from: Temporal.ZonedDateTime;
  /**
   * The local time of hand-offs, needed if the clocks skip it on the day of `from`, or if the version before hands off at another.
   * @default - that of `from`
   */
  readonly handOffAt?: Temporal.PlainTime;
  /** Who is on call, turn after turn; at least one. The first begins at `from`. */
  readonly order: readonly User[];
  /**
   * Length of its turns: whole days, or whole weeks.
   * @default - that of the rotation
   */
  readonly turn?: Temporal.Duration;
  /**
   * When it is on call, in local time of the schedule.
   * @default - the rotation's hours
   */
  readonly hours?: OnCallHours;
}
