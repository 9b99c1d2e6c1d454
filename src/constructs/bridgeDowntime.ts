import type { Temporal } from 'temporal-polyfill';
import { utcText } from './instantText';
import type { Bridge } from './officeHoursPlan';
import { atPlan } from './planTime';
import { type Construct, DatadogDowntimeSchedule, Token } from './seam';

/** What all of the downtimes have in common. */
export interface Shared {
  readonly scope: string;
  readonly monitorIdentifier: { readonly monitorTags: string[] };
  readonly displayTimezone: string;
  readonly message: string;
  readonly muteFirstRecoveryNotification: boolean;
}

/** What is told at a downtime's end. */
export interface End {
  readonly notifyEndStates: string[];
  readonly notifyEndTypes: string[];
}
/** What is still broken is told at the end. */
export const TELLING: End = { notifyEndStates: ['alert', 'no data', 'warn'], notifyEndTypes: ['expired'] };
/** Or it would be told in the middle of a night, or of a holiday. */
export const SILENT: End = { notifyEndStates: [], notifyEndTypes: [] };

/** The local day that is planned from. */
interface Day {
  readonly asOf: Temporal.Instant;
  readonly timeZone: string;
}

/**
 * A bridge: its id says its end, which stays while `asOf` moves through it.
 * @param evening when the office hours end that hold or follow `asOf`
 */
export function bridgeDowntime(
  scope: Construct,
  { from, until, tells, isLate }: Bridge,
  evening: Temporal.Instant,
  props: Day,
  shared: Shared,
): DatadogDowntimeSchedule {
  const end = until.toZonedDateTimeISO(props.timeZone).toPlainDateTime();
  const id = `until-${end.toString({ smallestUnit: 'minute' }).replace('T', '-').replace(':', '')}`;
  // One that is in force as of then begins at once, and keeps its beginning where it exists.
  const isPlain = isLate || from.equals(props.asOf);
  const start = isToday(from, props) ? atPlan(from, `"${utcText(from)}"`, 'null') : utcText(from);
  return new DatadogDowntimeSchedule(scope, id, {
    ...shared,
    ...(tells ? TELLING : SILENT),
    oneTimeSchedule: { ...(isPlain ? {} : { start }), end: utcText(until) },
    // On all of them: what has a count is called by its number, and would be so on one day only.
    count: Token.asNumber(isLate ? atPlan(evening, '0', '1') : atPlan(until, '1', '0')),
  });
}

/** Whether it is on the local day of `asOf`, and so may have passed when it is deployed. */
export function isToday(at: Temporal.Instant, { asOf, timeZone }: Day): boolean {
  const dateOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  return dateOf(at).equals(dateOf(asOf));
}
