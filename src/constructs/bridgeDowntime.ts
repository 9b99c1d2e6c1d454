import type { Temporal } from 'temporal-polyfill';
import { utcText } from '../time/instantText';
import { type Construct, DatadogDowntimeSchedule } from './cdktf';
import type { Bridge } from './officeHoursPlan';

/** What all downtimes of an office have in common. */
export interface Shared {
  readonly scope: string;
  readonly monitorIdentifier: { readonly monitorTags: string[] };
  readonly displayTimezone: string;
  readonly message: string;
  readonly muteFirstRecoveryNotification: boolean;
}

/** What notifies at a downtime's end. */
export interface End {
  readonly notifyEndStates: string[];
  readonly notifyEndTypes: string[];
}

/** Alerts that are still active notify at the end. */
export const TELLING: End = { notifyEndStates: ['alert', 'no data', 'warn'], notifyEndTypes: ['expired'] };
/** Nothing notifies at the end, which may be in the middle of a night or a holiday. */
export const SILENT: End = { notifyEndStates: [], notifyEndTypes: [] };

/**
 * A bridge. Its id contains its end, which stays the same while `asOf` moves through it. One in
 * force at `asOf` has no start: it begins when it is deployed, and keeps its start if it exists.
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
