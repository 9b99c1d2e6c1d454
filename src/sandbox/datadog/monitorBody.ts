import * as z from 'zod';

const seconds = z.int().min(0).nullable();
const threshold = z.number().nullable();

/** The options that a monitor may have, whatever it watches. */
const OPTIONS = {
  escalation_message: z.string(),
  evaluation_delay: seconds,
  group_retention_duration: z.string().regex(/^\d+[mh]$/, 'is not a valid duration'),
  include_tags: z.boolean(),
  locked: z.boolean(),
  new_group_delay: seconds,
  new_host_delay: seconds,
  no_data_timeframe: z.int().min(0).nullable(),
  notification_preset_name: z.enum([
    'show_all',
    'hide_query',
    'hide_handles',
    'hide_all',
    'hide_query_and_handles',
    'show_only_snapshot',
    'hide_handles_and_footer',
  ]),
  notify_audit: z.boolean(),
  notify_by: z.array(z.string()),
  notify_no_data: z.boolean(),
  on_missing_data: z.enum(['default', 'show_no_data', 'show_and_notify_no_data', 'resolve']),
  renotify_interval: z.int().min(0).nullable(),
  renotify_occurrences: z.int().min(0).nullable(),
  renotify_statuses: z.array(z.enum(['alert', 'warn', 'no data'])).nullable(),
  require_full_window: z.boolean(),
  scheduling_options: z.object({}).loose(),
  silenced: z.object({}).loose(),
  threshold_windows: z.object({}).loose(),
  thresholds: z.strictObject({
    critical: threshold.optional(),
    critical_recovery: threshold.optional(),
    ok: threshold.optional(),
    unknown: threshold.optional(),
    warning: threshold.optional(),
    warning_recovery: threshold.optional(),
  }),
  timeout_h: z.int().min(0).max(24).nullable(),
  variables: z.array(z.unknown()),
};

/** Further options of monitors that search logs, spans or events. */
const SEARCH_OPTIONS = {
  enable_logs_sample: z.boolean(),
  enable_samples: z.boolean(),
  groupby_simple_monitor: z.boolean(),
};

/** Names of the options that a metric monitor may have. */
export const OPTION_NAMES: ReadonlySet<string> = new Set(Object.keys(OPTIONS));

/** Names of the options that a monitor on anything but metrics may have. */
export const SEARCH_OPTION_NAMES: ReadonlySet<string> = new Set([
  ...OPTION_NAMES,
  ...Object.keys(SEARCH_OPTIONS),
]);

/** A monitor's options. Their names are checked separately, because Datadog has its own words for unknown ones. */
export const MonitorOptions = z.object({ ...OPTIONS, ...SEARCH_OPTIONS }).partial();
export type MonitorOptions = z.infer<typeof MonitorOptions>;

/** Fields of the answer that a request may repeat. */
const ANSWERED = {
  id: z.unknown(),
  created: z.unknown(),
  modified: z.unknown(),
  creator: z.unknown(),
  deleted: z.unknown(),
  multi: z.unknown(),
  overall_state: z.unknown(),
};

const FIELDS = {
  type: z.string(),
  query: z.string(),
  name: z.string(),
  message: z.string(),
  tags: z.array(z.string().min(1)).nullable(),
  // 0 is accepted, and becomes null.
  priority: z.int().min(0).max(5).nullable(),
  options: z.record(z.string(), z.unknown()),
  restricted_roles: z.array(z.string()).nullable(),
  draft_status: z.enum(['draft', 'published']),
};

/** The body of a request that changes a monitor; what is left out stays. */
export const MonitorChange = z.strictObject({ ...FIELDS, ...ANSWERED }).partial();
export type MonitorChange = z.infer<typeof MonitorChange>;

/** The body of a request that creates a monitor. */
export const NewMonitor = MonitorChange.required({ type: true, query: true });
