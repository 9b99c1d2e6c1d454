/** What exists in the Datadog account; plain JSON. */
export interface DatadogState {
  /** Number for the next object's id. */
  nextId: number;
  monitors: DdMonitor[];
  /** PagerDuty service objects, one for each handle `@pagerduty-<service_name>`. */
  serviceObjects: DdServiceObject[];
  /** Including canceled ones. */
  downtimes: DdDowntime[];
  teams: DdTeam[];
  entities: DdEntity[];
}

/** A monitor as it is kept: texts are trimmed, and defaults filled in. */
export interface DdMonitor {
  id: number;
  type: string;
  name: string;
  message: string;
  query: string;
  tags: string[];
  priority: number | null;
  options: Record<string, unknown>;
  restricted_roles: string[] | null;
  draft_status: string;
  created: string;
  modified: string;
}

/** A PagerDuty service object. */
export interface DdServiceObject {
  service_name: string;
  /** A secret: kept so that a change can be seen, but never in an answer. */
  service_key: string;
}

/** The time of a downtime that happens once. */
export interface DdOneTime {
  /** In UTC, `+00:00`. */
  start: string;
  end: string | null;
}

/** One rule by which a downtime recurs. */
export interface DdRecurrence {
  /** Local, without offset. */
  start: string;
  duration: string;
  rrule: string;
}

/** The times of a downtime that recurs. */
export interface DdRecurring {
  timezone: string;
  recurrences: DdRecurrence[];
}

/** A downtime. */
export interface DdDowntime {
  id: string;
  monitor_identifier: { monitor_tags: string[] } | { monitor_id: number };
  scope: string;
  display_timezone: string;
  message: string | null;
  mute_first_recovery_notification: boolean;
  notify_end_states: string[];
  notify_end_types: string[];
  schedule: DdOneTime | DdRecurring;
  created: string;
  modified: string;
  canceled: string | null;
}

/** A team. */
export interface DdTeam {
  id: string;
  handle: string;
  name: string;
  description: string | null;
  created_at: string;
  modified_at: string;
}

/** A Software Catalog entry. */
export interface DdEntity {
  id: string;
  kind: string;
  namespace: string;
  name: string;
  /** The text as it was sent, for `raw_schema`. */
  raw: string;
  created: string;
  modified: string;
}

/** An empty account. */
export function emptyDatadogState(): DatadogState {
  return { nextId: 1, monitors: [], serviceObjects: [], downtimes: [], teams: [], entities: [] };
}
