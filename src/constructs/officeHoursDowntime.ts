import { Temporal } from 'temporal-polyfill';
import { utcText } from '../time/instantText';
import { bridgeDowntime, type End, type Shared, SILENT, TELLING } from './bridgeDowntime';
import { Construct, DatadogDowntimeSchedule } from './cdktf';
import { checkedDays, checkedList } from './checkedProps';
import { downtimeLength, type OfficeHours, weeklyRule } from './officeHours';
import { type OfficeHoursPlan, officeHoursPlan, type RecurringPiece } from './officeHoursPlan';
import { ReplacementTrigger } from './replacementTrigger';
import { terraformText } from './terraformText';

/** Props of the downtimes that hold alerts until office hours begin. */
export interface OfficeHoursDowntimeProps {
  /** Tags of the monitors that are held, at least one; a monitor must have all of them. */
  readonly monitorTags: readonly string[];
  /** When people are at work. */
  readonly officeHours: OfficeHours;
  /** IANA zone of the office hours and holidays. */
  readonly timeZone: string;
  /**
   * Working days on which nobody is at work, up to the horizon, each once.
   * @default - none
   */
  readonly holidays?: readonly Temporal.PlainDate[];
  /**
   * The instant that is planned from and deployed at. Downtimes are complete from then on, and
   * none begins or ends earlier, which Datadog would refuse.
   */
  readonly asOf: Temporal.Instant;
  /**
   * Until when single downtimes are planned for clock changes just before office hours.
   * @default - twelve weeks after `asOf`
   */
  readonly horizon?: Temporal.Instant;
  /**
   * Shown in Datadog next to the mute, taken literally.
   * @default 'Held until office hours begin'
   */
  readonly message?: string;
}

/**
 * Downtimes that make alerts wait for office hours, from `asOf` on. Alerts that are still active
 * when office hours begin notify then; nothing notifies at any other end of a downtime.
 *
 * - A recurring downtime from the end of office hours to their next beginning. In a zone
 *   whose clocks change, the nights are a recurring downtime of their own that ends before
 *   office hours, and the other one holds only the mornings, by which the clocks have changed.
 *   So no downtime lasts into office hours, whether Datadog counts a duration in elapsed or in
 *   wall time.
 * - A single downtime for each holiday on a working day.
 * - Bridges: single downtimes for what the others do not hold, above all until the recurring
 *   ones have begun.
 *
 * Terraform ignores changes of a recurring downtime's start, or there would be one in every
 * day's plan. A change of hours, days or zone replaces the downtime instead, because the
 * provider would send the old start again. It is destroyed before it is created: the other way
 * round, a failed creation would leave the trigger replaced, and the next plan would update the
 * old downtime in place, with the new length at the old time.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/downtime_schedule
 * @example
 * new OfficeHoursDowntime(this, 'experiments', {
 *   monitorTags: ['pipeline:experiments'],
 *   officeHours: {
 *     workingWeek: [1, 2, 3, 4, 5],
 *     from: Temporal.PlainTime.from('09:00'),
 *     until: Temporal.PlainTime.from('18:00'),
 *   },
 *   timeZone: 'Asia/Kuala_Lumpur',
 *   holidays: [Temporal.PlainDate.from('2026-12-25')],
 *   asOf: Temporal.Instant.from('2026-12-01T01:00:00Z'),
 * });
 */
export class OfficeHoursDowntime extends Construct {
  /** The recurring downtime that notifies at its end; undefined if the clocks can change on every morning. */
  readonly recurring: DatadogDowntimeSchedule | undefined;
  /** The recurring downtime of the nights; undefined if the clocks never change. */
  readonly nights: DatadogDowntimeSchedule | undefined;
  /** What holds when no recurring downtime does. */
  readonly bridges: readonly DatadogDowntimeSchedule[];
  /** One downtime for each holiday, in the order given. */
  readonly holidays: readonly DatadogDowntimeSchedule[];

  /** @throws Error that names the prop, the value and the rule */
  constructor(scope: Construct, id: string, props: OfficeHoursDowntimeProps) {
    super(scope, id);
    checkProps(props);
    const { timeZone, officeHours, asOf, holidays = [] } = props;
    const horizon = props.horizon ?? asOf.toZonedDateTimeISO(timeZone).add({ weeks: 12 }).toInstant();
    const plan = officeHoursPlan({ officeHours, timeZone, holidays, asOf, horizon });
    const shared: Shared = {
      scope: '*',
      monitorIdentifier: { monitorTags: props.monitorTags.map(terraformText) },
      displayTimezone: timeZone,
      message: terraformText(props.message ?? 'Held until office hours begin'),
      muteFirstRecoveryNotification: false,
    };
    const hours = this.hours(plan, props, shared);
    this.bridges = plan.bridges.map((bridge) => bridgeDowntime(this, bridge, props, shared));
    const recurring = (each: string, pieces: readonly RecurringPiece[], end: End) =>
      pieces.length === 0
        ? undefined
        : new DatadogDowntimeSchedule(this, each, {
            ...shared,
            ...end,
            recurringSchedule: {
              timezone: timeZone,
              recurrence: pieces.map((piece) => ({
                rrule: weeklyRule(piece.days),
                duration: downtimeLength(piece.length),
                start: piece.start.toString({ smallestUnit: 'second' }),
              })),
            },
            lifecycle: {
              ignoreChanges: pieces.map((_, index) => `recurring_schedule.recurrence[${index}].start`),
              // As text: cdktf would write an interpolation, which Terraform refuses here.
              replaceTriggeredBy: [`terraform_data.${hours.friendlyUniqueId}`],
            },
          });
    this.nights = recurring('nights', plan.silent, SILENT);
    this.recurring = recurring('Resource', plan.telling, TELLING);
    this.holidays = holidays.map((date) => {
      const start = date.toZonedDateTime(timeZone).toInstant();
      // Today's holiday: an existing downtime keeps its start, a new one begins at once.
      const hasBegun = start.epochNanoseconds <= asOf.epochNanoseconds;
      const end = utcText(date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant());
      return new DatadogDowntimeSchedule(this, date.toString(), {
        ...shared,
        ...SILENT,
        oneTimeSchedule: { ...(hasBegun ? {} : { start: utcText(start) }), end },
      });
    });
  }

  /** Replaces the recurring downtimes when it changes. */
  private hours(plan: OfficeHoursPlan, props: OfficeHoursDowntimeProps, shared: Shared): ReplacementTrigger {
    const { until } = props.officeHours;
    const text = ({ days, length, at }: RecurringPiece) =>
      `${weeklyRule(days)} ${downtimeLength(length)}${at.equals(until) ? '' : ` at ${at}`}`;
    return new ReplacementTrigger(this, 'Hours', {
      timeZone: props.timeZone,
      until: until.toString({ smallestUnit: 'minute' }),
      stretches: plan.telling.map(text),
      ...(plan.silent.length === 0 ? {} : { nights: plan.silent.map(text) }),
      monitorTags: [...shared.monitorIdentifier.monitorTags],
      message: shared.message,
    });
  }
}

/** Without tags it would hold no monitor, or all of them; with hours that end before they begin, none. */
function checkProps({
  monitorTags,
  officeHours,
  holidays = [],
  asOf,
  horizon,
}: OfficeHoursDowntimeProps): void {
  checkedList('monitorTags', monitorTags);
  const { workingWeek, from, until } = officeHours;
  checkedDays('workingWeek', workingWeek);
  if (Temporal.PlainTime.compare(from, until) >= 0) {
    throw new Error(`'officeHours': 'until' (${until}) must be after 'from' (${from})`);
  }
  const twice = holidays.find((date, index) => holidays.slice(0, index).some((other) => other.equals(date)));
  if (twice !== undefined) throw new Error(`'holidays' (${twice}) must list each day once`);
  if (horizon !== undefined && Temporal.Instant.compare(horizon, asOf) <= 0) {
    throw new Error(`'horizon' (${horizon}) must be after 'asOf' (${asOf})`);
  }
}
