import type { Temporal } from 'temporal-polyfill';
import type { OnCallHours } from './hoursRestrictions';
import type { LayeredScheduleProps } from './layeredSchedule';
import type { PagerDutyUser } from './pagerDutyUser';
import type { RotationOrder } from './rotationOrder';

/** Props of an on-call rotation. */
export interface OnCallRotationProps extends LayeredScheduleProps {
  /** Orders of people, at least one, oldest first; each begins when a turn of the one before would. */
  readonly versions: readonly RotationOrder<PagerDutyUser>[];
  /**
   * Length of a turn: whole days, or whole weeks.
   * @default Temporal.Duration.from({ days: 7 })
   */
  readonly turn?: Temporal.Duration;
  /**
   * When the rotation is on call, in local time of `timeZone`. Hours do not move turns.
   * @default - always
   */
  readonly hours?: OnCallHours;
  /**
   * Until when clock changes are planned for.
   * @default - twelve weeks after `asOf`
   */
  readonly horizon?: Temporal.Instant;
}
