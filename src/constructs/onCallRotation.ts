import { Construct, type PagerdutySchedule } from './cdktf';
import { layeredSchedule } from './layeredSchedule';
import { layersOfRotation } from './layersOfRotation';
import type { OnCallRotationProps } from './onCallRotationProps';

export type { OnCallRotationProps } from './onCallRotationProps';

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
