import { isDeepStrictEqual } from 'node:util';
import { METRIC_TYPES, metricQuery, sameType, seriesOf } from '../../query';
import { CREATOR, ORG_ID } from './identity';
import type { MonitorChange } from './monitorBody';
import { badRequest } from './refusal';
import type { DdMonitor } from './state';

/** A monitor before it has an id. */
export type NewMonitorFields = Omit<DdMonitor, 'id' | 'created' | 'modified'>;

/** Options that Datadog adds. */
const DEFAULT_OPTIONS = { include_tags: true, new_host_delay: 300, notify_no_data: false };

/**
 * The fields of a monitor after a request: texts are trimmed, defaults are filled in, and what was
 * left out stays.
 * @throws Refusal 400 if the type would change
 */
export function changedMonitor(change: MonitorChange, before?: DdMonitor): NewMonitorFields {
  const { type = before?.type ?? '', options = before?.options ?? {} } = change;
  if (before !== undefined && sameType(type) !== sameType(before.type)) {
    throw badRequest(`Monitor type cannot be changed from '${before.type}' to '${type}'`);
  }
  const priority = change.priority === undefined ? before?.priority : change.priority;
  const roles = change.restricted_roles === undefined ? before?.restricted_roles : change.restricted_roles;
  return {
    type,
    name: (change.name ?? before?.name ?? '').trim(),
    message: (change.message ?? before?.message ?? '').trim(),
    query: (change.query ?? before?.query ?? '').trim(),
    tags: change.tags ?? before?.tags ?? [],
    priority: priority || null,
    options: { ...DEFAULT_OPTIONS, ...options, notify_audit: options['notify_audit'] ?? false, silenced: {} },
    restricted_roles: roles ?? null,
    draft_status: change.draft_status ?? before?.draft_status ?? 'published',
  };
}

/**
 * Refuses a monitor that equals another one, as Datadog does; so a retry after a lost answer is
 * refused.
 * @throws Refusal 400 with the id of the other one
 */
export function duplicateOf(fields: NewMonitorFields, monitors: readonly DdMonitor[]): void {
  const comparable = (monitor: NewMonitorFields) => ({ ...monitor, tags: [...monitor.tags].sort() });
  const duplicate = monitors.find(({ id: _, created: __, modified: ___, ...others }) =>
    isDeepStrictEqual(comparable(others), comparable(fields)),
  );
  if (duplicate !== undefined) {
    throw badRequest(`Duplicate of an existing monitor_id:${duplicate.id} org_id:${ORG_ID}`);
  }
}

/** A monitor as Datadog returns it. */
export function monitorAnswer(monitor: DdMonitor): Record<string, unknown> {
  return {
    ...monitor,
    org_id: ORG_ID,
    multi: isGrouped(monitor),
    deleted: null,
    restriction_policy: null,
    overall_state: 'No Data',
    overall_state_modified: null,
    creator: CREATOR,
  };
}

/** Whether a monitor is split into groups; queries on anything but metrics say so by `.by("…")`. */
function isGrouped({ type, query }: DdMonitor): boolean {
  if (!METRIC_TYPES.some((each) => each === type)) return query.includes('.by(');
  return seriesOf(metricQuery(query).expression).some(({ by }) => by.length > 0);
}
