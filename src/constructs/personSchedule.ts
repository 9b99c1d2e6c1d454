import { Construct, type PagerdutySchedule } from './cdktf';
import { layeredSchedule } from './layeredSchedule';
import { layersOfPerson } from './layersOfPerson';
import type { PersonScheduleProps } from './personScheduleProps';

export type { PersonScheduleProps } from './personScheduleProps';

/**
 * One person and their covers, as one PagerDuty schedule. An escalation policy that targets
 * the user would page them on leave, too. The base layer is the person, without an end; one
 * layer per cover follows, and the last layer wins.
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
    this.schedule = layeredSchedule(this, props, layersOfPerson(props));
  }
}
