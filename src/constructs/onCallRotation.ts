import { Temporal } from 'temporal-polyfill';
import { Construct, type PagerdutySchedule } from './cdktf';
import { checkedDays, checkedNumber } from './checkedProps';
import { layersInHours } from './hoursLayers';
import type { OnCallHours } from './hoursRestrictions';
import { coverLayers, type LayeredScheduleProps, layeredSchedule } from './layeredSchedule';
import type { PagerDutyUser } from './pagerDutyUser';
import { type RotationOrder, rotationLayers, type ScheduleLayer } from './rotationLayers';

/** The longest turn that PagerDuty's provider accepts, in days. */
const LONGEST_TURN = 365;

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
    checkZones(props);
    const turnDays = wholeDays(props.turn ?? Temporal.Duration.from({ days: 7 }));
    const horizon = props.horizon ?? props.asOf.add({ hours: 12 * 7 * 24 });
    const { hours } = props;
    if (hours !== undefined) checkedDays('days', hours.days);
    const inHours = (layers: readonly ScheduleLayer<PagerDutyUser>[]) =>
      hours === undefined ? layers : layersInHours(layers, hours, props.timeZone, horizon);
    this.schedule = layeredSchedule(this, props, [
      ...inHours(rotationLayers(props.versions, turnDays, horizon)),
      ...inHours(coverLayers(props.covers, turnDays)),
    ]);
  }
}

function checkZones({ timeZone, versions }: OnCallRotationProps): void {
  for (const { from } of versions) {
    if (from.timeZoneId !== timeZone) {
      throw new Error(`'versions': ${from} must be in the zone of the schedule, 'timeZone' (${timeZone})`);
    }
  }
}

function wholeDays(turn: Temporal.Duration): number {
  const { weeks, days } = turn;
  const rest = turn.with({ weeks: 0, days: 0 });
  if (!rest.blank || weeks * 7 + days < 1) {
    throw new Error(`'turn' (${turn}) must be whole days or weeks, at least one day`);
  }
  return checkedNumber('turn', weeks * 7 + days, 1, LONGEST_TURN);
}
