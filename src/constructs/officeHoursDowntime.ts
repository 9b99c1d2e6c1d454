import { Temporal } from 'temporal-polyfill';
import { utcText } from './instantText';
import { downtimeLength, firstOffHours, type OfficeHours, offHours, weeklyRule } from './officeHours';
import { ReplacementTrigger } from './replacementTrigger';
import { Construct, DatadogDowntimeSchedule } from './seam';
import { terraformText } from './terraformText';

/** What holds alerts until office hours begin. */
export interface OfficeHoursDowntimeProps {
  /** Tags of the monitors that are held; a monitor must carry all of them. */
  readonly monitorTags: readonly string[];
  /** When people are at work. */
  readonly officeHours: OfficeHours;
  /** IANA zone of the office hours and holidays. */
  readonly timeZone: string;
  /**
   * Working days on which nobody is at work, within the time that is planned for.
   * @default - none
   */
  readonly holidays?: readonly Temporal.PlainDate[];
  /** The day that is planned from: Datadog refuses downtimes that begin in the past. */
  readonly asOf: Temporal.Instant;
  /**
   * Shown in Datadog beside the mute, taken literally.
   * @default 'Held until office hours begin'
   */
  readonly message?: string;
}

/**
 * Alerts that wait for office hours: a recurring downtime from the end of office
 * hours to their next beginning, and a one-time downtime for each holiday on a
 * working day. What is still broken when office hours begin is told then; the end
 * of a holiday tells nothing, because off-hours follow on it.
 *
 * The recurring downtime begins on the day after `asOf` (a beginning in the past is
 * refused), so the first one is not in force on the night of the first deploy. Its
 * beginning is not compared afterwards, or every day would plan a change; a change
 * of hours, days or zone replaces it instead, because the provider would send the
 * old beginning again.
 *
 * In a zone with daylight saving, the one stretch in which the clocks change ends
 * an hour early or late.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/downtime_schedule
 */
export class OfficeHoursDowntime extends Construct {
  /** The downtime that recurs every week. */
  readonly recurring: DatadogDowntimeSchedule;
  /** One downtime a holiday, in the order given. */
  readonly holidays: readonly DatadogDowntimeSchedule[];

  constructor(scope: Construct, id: string, props: OfficeHoursDowntimeProps) {
    super(scope, id);
    const { timeZone, officeHours } = props;
    const shared = {
      scope: '*',
      monitorIdentifier: { monitorTags: props.monitorTags.map(terraformText) },
      displayTimezone: timeZone,
      message: terraformText(props.message ?? 'Held until office hours begin'),
      muteFirstRecoveryNotification: false,
    };
    const tomorrow = props.asOf.toZonedDateTimeISO(timeZone).add({ days: 1 }).toPlainDateTime();
    const stretches = offHours(officeHours).map(({ days, length }) => ({
      rrule: weeklyRule(days),
      duration: downtimeLength(length),
      start: firstOffHours(days, officeHours.until, tomorrow).toString({ smallestUnit: 'second' }),
    }));
    const hours = new ReplacementTrigger(this, 'Hours', {
      timeZone,
      until: officeHours.until.toString({ smallestUnit: 'minute' }),
      stretches: stretches.map(({ rrule, duration }) => `${rrule} ${duration}`),
      monitorTags: [...shared.monitorIdentifier.monitorTags],
      message: shared.message,
    });
    this.recurring = new DatadogDowntimeSchedule(this, 'Resource', {
      ...shared,
      recurringSchedule: { timezone: timeZone, recurrence: stretches },
      notifyEndStates: ['alert', 'no data', 'warn'],
      notifyEndTypes: ['expired'],
      lifecycle: {
        ignoreChanges: stretches.map((_, index) => `recurring_schedule.recurrence[${index}].start`),
        // As text: cdktf would write an interpolation, which Terraform refuses here.
        replaceTriggeredBy: [`terraform_data.${hours.friendlyUniqueId}`],
      },
    });
    this.holidays = (props.holidays ?? []).map((date) => {
      const start = date.toZonedDateTime(timeZone).toInstant();
      const hasBegun = Temporal.Instant.compare(start, props.asOf) <= 0;
      return new DatadogDowntimeSchedule(this, date.toString(), {
        ...shared,
        oneTimeSchedule: {
          // Today's holiday: one that exists keeps its beginning, a new one begins at once.
          ...(hasBegun ? {} : { start: utcText(start) }),
          end: utcText(date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()),
        },
        notifyEndStates: [],
        notifyEndTypes: [],
      });
    });
  }
}
