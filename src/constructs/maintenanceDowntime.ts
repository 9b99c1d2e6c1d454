import type { Temporal } from 'temporal-polyfill';
import { utcText } from '../time/instantText';
import { isBefore } from '../time/span';
import { TELLING } from './bridgeDowntime';
import { Construct, DatadogDowntimeSchedule } from './cdktf';
import { terraformText } from './terraformText';

/** Props of a maintenance downtime. */
export interface MaintenanceDowntimeProps {
  /** Tags of the monitors that are muted; a monitor must have all of them. */
  readonly monitorTags: readonly string[];
  /** First instant. */
  readonly from: Temporal.Instant;
  /** First instant after it; later than `asOf`. */
  readonly until: Temporal.Instant;
  /** IANA zone in which Datadog shows it. */
  readonly timeZone: string;
  /** The instant that is planned from. One that has begun by then keeps its start if it exists, else begins at once. */
  readonly asOf: Temporal.Instant;
  /**
   * Shown in Datadog next to the mute, taken literally.
   * @default 'Maintenance'
   */
  readonly message?: string;
}

/**
 * A one-time downtime for planned work. Alerts that are active when it ends notify then, unless
 * another downtime goes on.
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/downtime_schedule
 * @example
 * new MaintenanceDowntime(this, 'move', {
 *   monitorTags: ['pipeline:growth'],
 *   from: Temporal.Instant.from('2026-12-05T14:00:00Z'),
 *   until: Temporal.Instant.from('2026-12-05T20:00:00Z'),
 *   timeZone: 'Asia/Kuala_Lumpur',
 *   asOf: Temporal.Instant.from('2026-12-01T01:00:00Z'),
 * });
 */
export class MaintenanceDowntime extends Construct {
  /** The Datadog downtime. */
  readonly downtime: DatadogDowntimeSchedule;

  /** @throws Error if it is over at `asOf`, or ends before it begins */
  constructor(scope: Construct, id: string, props: MaintenanceDowntimeProps) {
    super(scope, id);
    const { from, until, asOf } = props;
    if (!isBefore(from, until)) throw new Error(`'until' (${until}) must be after 'from' (${from})`);
    if (!isBefore(asOf, until)) throw new Error(`'until' (${until}) must be after 'asOf' (${asOf})`);
    const hasBegun = !isBefore(asOf, from);
    this.downtime = new DatadogDowntimeSchedule(this, 'Resource', {
      scope: '*',
      monitorIdentifier: { monitorTags: props.monitorTags.map(terraformText) },
      displayTimezone: props.timeZone,
      message: terraformText(props.message ?? 'Maintenance'),
      muteFirstRecoveryNotification: false,
      ...TELLING,
      oneTimeSchedule: { ...(hasBegun ? {} : { start: utcText(from) }), end: utcText(until) },
    });
  }
}
