import { Temporal } from 'temporal-polyfill';
import { MARK } from '../text/mark';
import { instantText } from '../time/instantText';
import { isBefore } from '../time/span';
import { type Construct, PagerdutySchedule } from './cdktf';
import { checkedName } from './checkedProps';
import type { LayerRestriction } from './hoursRestrictions';
import type { PagerDutyUser } from './pagerDutyUser';
import type { ScheduleLayer } from './scheduleLayer';
import { terraformText } from './terraformText';
import { SECONDS_A_DAY } from './turnLength';

/** Props of every PagerDuty schedule. */
export interface LayeredScheduleProps {
  /** Name in PagerDuty, taken literally. */
  readonly name: string;
  /** IANA zone that the PagerDuty provider accepts. */
  readonly timeZone: string;
  /** Layers that have ended by this instant are left out: PagerDuty drops them, so every plan would differ. */
  readonly asOf: Temporal.Instant;
  /**
   * Who covers when; the spans must not overlap.
   * @default - nobody
   */
  readonly covers?: readonly RotationCover[];
  /**
   * Description of the schedule, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/**
 * The PagerDuty schedule of a scope.
 * @param layers where layers overlap, the last one wins
 * @throws Error if PagerDuty refuses the name, or no layer lasts beyond `asOf`
 */
export function layeredSchedule(
  scope: Construct,
  { name, description, timeZone, asOf }: LayeredScheduleProps,
  layers: readonly ScheduleLayer<PagerDutyUser>[],
): PagerdutySchedule {
  return new PagerdutySchedule(scope, 'Resource', {
    name: terraformText(checkedName('name', name)),
    description: terraformText(description ?? MARK),
    timeZone,
    // Otherwise Terraform deletes a schedule before the policies that leave it are changed: the provider then
    // removes the schedule's level from them, and nobody on call is paged until they are written.
    lifecycle: { createBeforeDestroy: true },
    layer: lastingLayers({ name, asOf }, layers).map((layer) => ({
      name: terraformText(layer.name),
      start: instantText(layer.start, timeZone),
      ...(layer.end === undefined ? {} : { end: instantText(layer.end, timeZone) }),
      rotationVirtualStart: instantText(layer.rotationVirtualStart, timeZone),
      rotationTurnLengthSeconds: layer.turnLengthSeconds,
      users: layer.users.map((user) => user.id),
      ...(layer.restrictions === undefined ? {} : { restriction: layer.restrictions.map(restrictionBlock) }),
    })),
  });
}

/**
 * The layers that have not ended by `asOf`.
 * @throws Error if none lasts beyond it
 */
export function lastingLayers<User>(
  { name, asOf }: Pick<LayeredScheduleProps, 'name' | 'asOf'>,
  layers: readonly ScheduleLayer<User>[],
): readonly ScheduleLayer<User>[] {
  const lasting = layers.filter((layer) => !hasEnded(layer, asOf));
  if (lasting.length === 0) {
    throw new Error(`'versions' of '${name}' must have one that lasts beyond 'asOf' (${asOf})`);
  }
  return lasting;
}

function restrictionBlock({ dayOfWeek, from, seconds }: LayerRestriction) {
  return {
    type: dayOfWeek === undefined ? 'daily_restriction' : 'weekly_restriction',
    startTimeOfDay: from.toString({ smallestUnit: 'second' }),
    durationSeconds: seconds,
    ...(dayOfWeek === undefined ? {} : { startDayOfWeek: dayOfWeek }),
  };
}

/** A time in which somebody covers for the person whose turn it is. */
export interface RotationCover {
  /** First instant of the cover. */
  readonly from: Temporal.Instant;
  /** First instant after the cover. */
  readonly until: Temporal.Instant;
  /** Who covers. */
  readonly user: PagerDutyUser;
  /** What the layer is called, e.g. `Cover: Choo for Thiru`. */
  readonly name: string;
}

/**
 * One layer per cover, with one person for all of its time; its phase does not matter.
 * @throws Error if covers overlap, or one ends before it begins
 */
export function coverLayers(
  covers: readonly RotationCover[] = [],
  turnDays: number,
): readonly ScheduleLayer<PagerDutyUser>[] {
  checkCovers(covers);
  return covers.map(({ name, from, until, user }) => ({
    name,
    start: from,
    end: until,
    rotationVirtualStart: from,
    turnLengthSeconds: turnDays * SECONDS_A_DAY,
    users: [user],
  }));
}

/** If two covers overlap, PagerDuty would let the last one win; one that ends before it begins it would ignore. */
function checkCovers(covers: readonly RotationCover[]): void {
  const inOrder = [...covers].sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  inOrder.forEach(({ name, from, until }, index) => {
    if (!isBefore(from, until)) {
      throw new Error(`'covers': '${name}' must end after it begins (${from}), not at ${until}`);
    }
    const before = inOrder[index - 1];
    if (before !== undefined && isBefore(from, before.until)) {
      throw new Error(
        `'covers' must not overlap: '${name}' begins at ${from}, '${before.name}' ends at ${before.until}`,
      );
    }
  });
}

function hasEnded(layer: ScheduleLayer<unknown>, asOf: Temporal.Instant): boolean {
  return layer.end !== undefined && !isBefore(asOf, layer.end);
}
