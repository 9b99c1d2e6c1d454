import { Temporal } from 'temporal-polyfill';
import { instantText } from './instantText';
import type { PagerDutyUser } from './pagerDutyUser';
import type { ScheduleLayer } from './rotationLayers';
import { type Construct, PagerdutySchedule } from './seam';
import { terraformText } from './terraformText';

/** What every PagerDuty schedule is made of. */
export interface LayeredScheduleProps {
  /** Name in PagerDuty, taken literally. */
  readonly name: string;
  /** IANA zone that the PagerDuty provider accepts. */
  readonly timeZone: string;
  /** Layers that have ended by then are left out, because PagerDuty drops them and every plan would differ. */
  readonly asOf: Temporal.Instant;
  /** Description, taken literally. */
  readonly description: string;
  /** Where layers overlap, the last one wins. */
  readonly layers: readonly ScheduleLayer<PagerDutyUser>[];
}

/**
 * The PagerDuty schedule of a scope.
 * @throws Error where no layer lasts beyond `asOf`
 */
export function layeredSchedule(
  scope: Construct,
  { name, description, timeZone, asOf, layers }: LayeredScheduleProps,
): PagerdutySchedule {
  const lasting = layers.filter((layer) => !hasEnded(layer, asOf));
  if (lasting.length === 0) {
    throw new Error(`rotation '${name}' has no layer that lasts beyond ${asOf}: give it a version`);
  }
  return new PagerdutySchedule(scope, 'Resource', {
    name: terraformText(name),
    description: terraformText(description),
    timeZone,
    // Terraform would else delete a schedule before the policies that leave it: the provider then takes
    // the schedule's level out of them, and nobody on duty is paged until they are written.
    lifecycle: { createBeforeDestroy: true },
    layer: lasting.map((layer) => ({
      name: terraformText(layer.name),
      start: instantText(layer.start, timeZone),
      ...(layer.end === undefined ? {} : { end: instantText(layer.end, timeZone) }),
      rotationVirtualStart: instantText(layer.rotationVirtualStart, timeZone),
      rotationTurnLengthSeconds: layer.turnLengthSeconds,
      users: layer.users.map((user) => user.id),
    })),
  });
}

/** A time in which somebody stands in for the person whose turn it is. */
export interface RotationCover {
  /** First instant of the cover. */
  readonly from: Temporal.Instant;
  /** First instant after the cover. */
  readonly until: Temporal.Instant;
  /** Who stands in. */
  readonly user: PagerDutyUser;
  /** What the layer is called, e.g. `Cover: Choo for Thiru`. */
  readonly name: string;
}

/** A layer of one person over the whole cover; its phase does not matter. */
export function coverLayer(cover: RotationCover, turnDays: number): ScheduleLayer<PagerDutyUser> {
  return {
    name: cover.name,
    start: cover.from,
    end: cover.until,
    rotationVirtualStart: cover.from,
    turnLengthSeconds: turnDays * 86_400,
    users: [cover.user],
  };
}

function hasEnded(layer: ScheduleLayer<unknown>, asOf: Temporal.Instant): boolean {
  return layer.end !== undefined && Temporal.Instant.compare(layer.end, asOf) <= 0;
}
