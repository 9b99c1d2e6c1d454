import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './body';
import type { DowntimeAttributes } from './downtimeBody';
import { checkedSchedule, offsetText } from './downtimeSchedule';
import { checkScope } from './downtimeScope';
import { currentWindow, downtimeStatus } from './downtimeStatus';
import { CREATOR, CREATOR_ID } from './identity';
import { badRequest } from './refusal';
import type { DdDowntime } from './state';

/** A downtime before it has an id. */
export type NewDowntimeFields = Omit<DdDowntime, 'id' | 'created' | 'modified' | 'canceled'>;

/**
 * The fields of a downtime after a request: defaults are filled in, and what was left out stays.
 * @throws Refusal 400
 */
export function changedDowntime(
  change: DowntimeAttributes,
  now: Temporal.Instant,
  before?: DdDowntime,
): NewDowntimeFields {
  const scope = change.scope ?? before?.scope ?? '';
  checkScope(scope);
  const zone = change.display_timezone || 'UTC';
  const displayZone = change.display_timezone === undefined ? (before?.display_timezone ?? zone) : zone;
  if (!isTimeZone(displayZone)) throw badRequest(`Invalid display_timezone: ${displayZone}`);
  const isKept = change.schedule === undefined && before !== undefined;
  return {
    monitor_identifier: change.monitor_identifier ?? before?.monitor_identifier ?? { monitor_tags: [] },
    scope,
    display_timezone: displayZone,
    message: change.message === undefined ? (before?.message ?? null) : change.message,
    mute_first_recovery_notification:
      change.mute_first_recovery_notification ?? before?.mute_first_recovery_notification ?? false,
    notify_end_states: change.notify_end_states ?? before?.notify_end_states ?? ['alert', 'no data', 'warn'],
    notify_end_types: change.notify_end_types ?? before?.notify_end_types ?? ['expired'],
    schedule: isKept ? before.schedule : checkedSchedule(change.schedule, now, before?.schedule),
  };
}

/**
 * Refuses a downtime that does the same as another one, as Datadog does.
 * @throws Refusal 400 with the ids of the others
 */
export function duplicatesOf(
  fields: NewDowntimeFields,
  downtimes: readonly DdDowntime[],
  now: Temporal.Instant,
): void {
  const duplicates = downtimes.filter(
    (each) =>
      ['scheduled', 'active'].includes(downtimeStatus(each, now)) &&
      isDeepStrictEqual(comparable(each), comparable(fields)),
  );
  if (duplicates.length === 0) return;
  const ids = duplicates.map(({ id }) => `'${id}'`).join(', ');
  throw badRequest(`The downtime being created is a duplicate of one or more existing downtimes: [${ids}]`);
}

function comparable({ monitor_identifier: identifier, scope, schedule }: NewDowntimeFields) {
  const tags = 'monitor_tags' in identifier ? [...identifier.monitor_tags].sort() : identifier.monitor_id;
  return { tags, scope, schedule };
}

/** The creator, as a v2 answer includes it. */
export const INCLUDED = [{ type: 'users', id: CREATOR_ID, attributes: { ...CREATOR, disabled: false } }];

/** A downtime as Datadog returns it. */
export function downtimeAnswer({ id, ...downtime }: DdDowntime, now: Temporal.Instant) {
  const { schedule, monitor_identifier: identifier } = downtime;
  const window = 'recurrences' in schedule ? currentWindow(schedule, now) : undefined;
  const current = window && { start: offsetText(window.from), end: offsetText(window.until) };
  const monitor = 'monitor_id' in identifier ? { type: 'monitor', id: String(identifier.monitor_id) } : null;
  return {
    type: 'downtime',
    id,
    attributes: {
      ...downtime,
      schedule: current === undefined ? schedule : { ...schedule, current_downtime: current },
      status: downtimeStatus({ id, ...downtime }, now),
    },
    relationships: {
      monitor: { data: monitor },
      created_by: { data: { type: 'users', id: CREATOR_ID } },
    },
  };
}
