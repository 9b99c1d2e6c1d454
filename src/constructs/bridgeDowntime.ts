import type { Temporal } from 'temporal-polyfill';
import { utcText } from '../time/instantText';
import { type Construct, DatadogDowntimeSchedule } from './cdktf';
import type { Bridge } from './officeHoursPlan';

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

/**
 * A bridge: its id says its end, which stays while `asOf` moves through it. One that is in
 * force as of then begins at once, and keeps its beginning where it exists.
 */
export function bridgeDowntime(
  scope: Construct,
  { from, until, tells }: Bridge,
  { asOf, timeZone }: { readonly asOf: Temporal.Instant; readonly timeZone: string },
  shared: Shared,
): DatadogDowntimeSchedule {
  const end = until.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const id = `until-${end.toString({ smallestUnit: 'minute' }).replace('T', '-').replace(':', '')}`;
  return new DatadogDowntimeSchedule(scope, id, {
    ...shared,
    ...(tells ? TELLING : SILENT),
    oneTimeSchedule: { ...(from.equals(asOf) ? {} : { start: utcText(from) }), end: utcText(until) },
  });
}
