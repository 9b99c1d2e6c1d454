import { Temporal } from 'temporal-polyfill';
import { checkedDays, checkedNumber } from './checkedProps';
import { layersInHours } from './hoursLayers';
import { coverLayers } from './layeredSchedule';
import type { OnCallRotationProps } from './onCallRotationProps';
import type { PagerDutyUser } from './pagerDutyUser';
import { rotationLayers, type ScheduleLayer } from './rotationLayers';

/** The longest turn that PagerDuty's provider accepts, in days. */
const LONGEST_TURN = 365;

/**
 * The layers of a rotation's schedule as plain values, those that have ended too.
 * @throws Error that names the prop, the value and the rule
 */
export function layersOfRotation(props: OnCallRotationProps): readonly ScheduleLayer<PagerDutyUser>[] {
  checkZones(props);
  const turnDays = wholeDays(props.turn ?? Temporal.Duration.from({ days: 7 }));
  const horizon = props.horizon ?? props.asOf.add({ hours: 12 * 7 * 24 });
  const { hours } = props;
  if (hours !== undefined) checkedDays('days', hours.days);
  const inHours = (layers: readonly ScheduleLayer<PagerDutyUser>[]) =>
    hours === undefined ? layers : layersInHours(layers, hours, props.timeZone, horizon);
  return [
    ...inHours(rotationLayers(props.versions, turnDays, horizon)),
    ...inHours(coverLayers(props.covers, turnDays)),
  ];
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
