/** What exists in the Datadog account; plain JSON. */
export interface DatadogState {
  /** The number that the next object's id is made of. */
  nextId: number;
  monitors: DdMonitor[];
  /** PagerDuty service objects: what is behind the handles `@pagerduty-<service_name>`. */
  serviceObjects: DdServiceObject[];
  /** Canceled ones too, until Datadog would forget them. */
  downtimes: DdDowntime[];
  teams: DdTeam[];
  entities: DdEntity[];
}

/** A monitor as it is kept: texts trimmed, defaults filled in. */
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

export interface DdServiceObject {
  service_name: string;
  /** A secret: kept so that a change can be seen, never answered. */
  service_key: string;
}

export interface DdOneTime {
  /** In UTC, `+00:00`. */
  start: string;
  end: string | null;
}

export interface DdRecurrence {
  /** Local, without offset. */
  start: string;
  duration: string;
  rrule: string;
}

export interface DdRecurring {
  timezone: string;
  recurrences: DdRecurrence[];
}

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
  /** The text as it was sent, which is what `raw_schema` answers. */
  raw: string;
  created: string;
  modified: string;
}

/** An account in which nothing was made yet. */
export function emptyDatadogState(): DatadogState {
  return { nextId: 1, monitors: [], serviceObjects: [], downtimes: [], teams: [], entities: [] };
}
