import { Temporal } from 'temporal-polyfill';
import { MARK } from '../text/mark';
import { Construct, type PagerdutySchedule } from './cdktf';
import { coverLayers, layeredSchedule, type RotationCover } from './layeredSchedule';
import type { PagerDutyUser } from './pagerDutyUser';

/** What the schedule of one person is made of. */
export interface PersonScheduleProps {
  /** Name of the schedule in PagerDuty, taken literally. */
  readonly name: string;
  /** IANA zone that the PagerDuty provider accepts. */
  readonly timeZone: string;
  /** Who is reached at any time at which nobody stands in. */
  readonly user: PagerDutyUser;
  /** What the base layer is called, e.g. `Choo`. */
  readonly userName: string;
  /** Covers that have ended by then are left out, because PagerDuty drops them and every plan would differ. */
  readonly asOf: Temporal.Instant;
  /**
   * Who stands in when; the spans may not overlap.
   * @default - nobody
   */
  readonly covers?: readonly RotationCover[];
  /**
   * Description of the schedule, taken literally.
   * @default 'Managed by Watchbill'
   */
  readonly description?: string;
}

/** PagerDuty takes a past start for now. It is the same in every plan. */
const BEGIN = Temporal.PlainDate.from('2000-01-01');
/** The length of a turn does not matter where one person has them all. */
const TURN_DAYS = 7;

/**
 * One person, with whoever stands in while they are away: one PagerDuty schedule. An
 * escalation policy that paged the user would page them on leave, too. The base layer
 * is the person for ever; behind it stands one layer a cover, and the last layer wins.
 *
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs/resources/schedule
 * @example
 * new PersonSchedule(this, 'choo', {
 *   name: 'Aggregate growth for investors: Choo',
 *   timeZone: 'Asia/Kuala_Lumpur',
 *   user: choo,
 *   userName: 'Choo',
 *   asOf: Temporal.Instant.from('2026-01-05T01:00:00Z'),
 * });
 */
export class PersonSchedule extends Construct {
  /** The PagerDuty schedule. */
  readonly schedule: PagerdutySchedule;

  /** @throws Error that names the prop, the value and the rule */
  constructor(scope: Construct, id: string, props: PersonScheduleProps) {
    super(scope, id);
    const begin = BEGIN.toZonedDateTime(props.timeZone).toInstant();
    this.schedule = layeredSchedule(this, {
      name: props.name,
      timeZone: props.timeZone,
      asOf: props.asOf,
      description: props.description ?? MARK,
      layers: [
        {
          name: props.userName,
          start: begin,
          rotationVirtualStart: begin,
          turnLengthSeconds: TURN_DAYS * 86_400,
          users: [props.user],
        },
        ...coverLayers(props.covers, TURN_DAYS),
      ],
    });
  }
}
