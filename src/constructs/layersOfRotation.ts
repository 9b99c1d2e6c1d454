import { Temporal } from 'temporal-polyfill';
import { earlier, isBefore, later } from '../time/span';
import { checkedDays } from './checkedProps';
import { layersInHours } from './hoursLayers';
import { coverLayers } from './layeredSchedule';
import type { OnCallRotationProps } from './onCallRotationProps';
import type { PagerDutyUser } from './pagerDutyUser';
import { layersByVersion } from './rotationLayers';
import type { ScheduleLayer } from './scheduleLayer';
import { wholeDays } from './turnLength';

type Layers = readonly ScheduleLayer<PagerDutyUser>[];

/**
 * The layers of a rotation's schedule as plain values, those that have ended too: base layers, then
 * covers, each in the hours of its version.
 * @throws Error that names the prop, the value and the rule
 */
export function layersOfRotation(props: OnCallRotationProps): Layers {
  checkZones(props);
  const turnDays = wholeDays(props.turn ?? Temporal.Duration.from({ days: 7 }));
  const horizon = props.horizon ?? props.asOf.add({ hours: 12 * 7 * 24 });
  const hours = props.versions.map((version) => version.hours ?? props.hours);
  for (const each of new Set(hours)) if (each !== undefined) checkedDays('days', each.days);
  const inHours = (layers: Layers, version: number): Layers => {
    const own = hours[version];
    return own === undefined ? layers : layersInHours(layers, own, props.timeZone, horizon);
  };
  const covers = coverLayers(props.covers, turnDays);
  return [
    ...layersByVersion(props.versions, turnDays, horizon).flatMap(inHours),
    ...props.versions.flatMap((_, version) => inHours(partsIn(covers, props.versions, version), version)),
  ];
}

/** The parts of layers from the start of a version to that of the next; of the first, what is before it too. */
function partsIn(layers: Layers, versions: OnCallRotationProps['versions'], version: number): Layers {
  const from = version === 0 ? undefined : versions[version]?.from.toInstant();
  const until = versions[version + 1]?.from.toInstant();
  return layers.flatMap((layer) => {
    const start = from === undefined ? layer.start : later(layer.start, from);
    const end =
      layer.end === undefined || until === undefined ? (layer.end ?? until) : earlier(layer.end, until);
    if (end !== undefined && !isBefore(start, end)) return [];
    return { ...layer, start, ...(end && { end }), rotationVirtualStart: start };
  });
}

function checkZones({ timeZone, versions }: OnCallRotationProps): void {
  for (const { from } of versions) {
    if (from.timeZoneId !== timeZone) {
      throw new Error(`'versions': ${from} must be in the zone of the schedule, 'timeZone' (${timeZone})`);
    }
  }
}
