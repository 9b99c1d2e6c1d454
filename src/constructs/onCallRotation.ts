import { Temporal } from 'temporal-polyfill';
import { instantText } from './instantText';
import type { PagerDutyUser } from './pagerDutyUser';
import { type RotationOrder, rotationLayers, type ScheduleLayer } from './rotationLayers';
import { Construct, PagerdutySchedule } from './seam';
import { terraformText } from './terraformText';

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

/** What an on-call rotation is made of. */
export interface OnCallRotationProps {
  /** Name of the schedule in PagerDuty, taken literally. */
  readonly name: string;
  /** IANA zone that the PagerDuty provider accepts; hand-offs keep its wall clock. */
  readonly timeZone: string;
  /** Orders of people, oldest first, at least one; each begins where a turn of the one before would. */
  readonly versions: readonly RotationOrder<PagerDutyUser>[];
  /** Layers that have ended by then are left out, because PagerDuty drops them and every plan would differ. */
  readonly asOf: Temporal.Instant;
  /**
   * Length of a turn: whole days, or whole weeks.
   * @default Temporal.Duration.from({ days: 7 })
   */
  readonly turn?: Temporal.Duration;
  /**
   * Who stands in when; the spans may not overlap.
   * @default - nobody
   */
  readonly covers?: readonly RotationCover[];
  /**
   * Until when changes of the clocks are planned for.
   * @default - twelve weeks after `asOf`
   */
  readonly horizon?: Temporal.Instant;
  /**
   * Description of the schedule, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * People who take turns on watch: one PagerDuty schedule. Base layers come first,
 * one a version of the order, then one layer a cover: where layers overlap, the
 * last one wins. PagerDuty identifies layers by position, so what is stable stands
 * in front and what comes and goes stands behind.
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

  constructor(scope: Construct, id: string, props: OnCallRotationProps) {
    super(scope, id);
    const turnDays = wholeDays(props.turn ?? Temporal.Duration.from({ days: 7 }));
    const horizon = props.horizon ?? props.asOf.add({ hours: 12 * 7 * 24 });
    const layers = [
      ...rotationLayers(props.versions, turnDays, horizon),
      ...(props.covers ?? []).map((cover) => coverLayer(cover, turnDays)),
    ].filter((layer) => !hasEnded(layer, props.asOf));
    if (layers.length === 0) {
      throw new Error(
        `rotation '${props.name}' has no layer that lasts beyond ${props.asOf}: give it a version`,
      );
    }
    this.schedule = new PagerdutySchedule(this, 'Resource', {
      name: terraformText(props.name),
      description: terraformText(props.description ?? 'Managed by Watchbill'),
      timeZone: props.timeZone,
      // Terraform would else delete a schedule before the policies that leave it: the provider then takes
      // the schedule's level out of them, and nobody on duty is paged until they are written.
      lifecycle: { createBeforeDestroy: true },
      layer: layers.map((layer) => ({
        name: terraformText(layer.name),
        start: instantText(layer.start, props.timeZone),
        ...(layer.end === undefined ? {} : { end: instantText(layer.end, props.timeZone) }),
        rotationVirtualStart: instantText(layer.rotationVirtualStart, props.timeZone),
        rotationTurnLengthSeconds: layer.turnLengthSeconds,
        users: layer.users.map((user) => user.id),
      })),
    });
  }
}

function wholeDays(turn: Temporal.Duration): number {
  const { weeks, days } = turn;
  const rest = turn.subtract({ weeks, days });
  if (!rest.blank || weeks * 7 + days < 1)
    throw new Error(`turn (${turn}) must be whole days or weeks, at least one day`);
  return weeks * 7 + days;
}

/** A layer of one person over the whole cover; its phase does not matter. */
function coverLayer(cover: RotationCover, turnDays: number): ScheduleLayer<PagerDutyUser> {
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
