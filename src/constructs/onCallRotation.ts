import type { Temporal } from 'temporal-polyfill';
import { Construct, type PagerdutySchedule } from './cdktf';
import type { OnCallHours } from './hoursRestrictions';
import { type LayeredScheduleProps, layeredSchedule } from './layeredSchedule';
import { layersOfRotation } from './layersOfRotation';
import type { PagerDutyUser } from './pagerDutyUser';
import type { RotationOrder } from './rotationLayers';

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

/**
 * People who take turns on call, as one PagerDuty schedule. Base layers come first, one
 * per version of the order, then one layer per cover: where layers overlap, the last one
 * wins. PagerDuty identifies layers by position, so the stable ones come first.
 *
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/schedule
 * @example
 * new OnCallRotation(this, 'growth', {
 *   name: 'Investor growth',
 *   timeZone: 'Asia/Kuala_Lumpur',
 *   asOf: Temporal.Instant.from('2026-01-05T01:00:00Z'),
 *   versions: [{ from: Temporal.ZonedDateTime.from('2026-01-05T09:00[Asia/Kuala_Lumpur]'), order: [spencer, choo] }],
 * });
 */
export class OnCallRotation extends Construct {
  /** The PagerDuty schedule. */
  readonly schedule: PagerdutySchedule;

  /** @throws Error that names the prop, the value and the rule */
  constructor(scope: Construct, id: string, props: OnCallRotationProps) {
    super(scope, id);
    this.schedule = layeredSchedule(this, props, layersOfRotation(props));
  }
}
