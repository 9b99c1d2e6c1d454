import type { ApiReaders, PagerDutyReader, Wanted } from '../../../src/deployment';

/** A JSON object of an answer, which tests change. */
export type Json = Record<string, unknown>;

/** What is looked for in the account below. */
export const WANTED: Wanted = {
  schedules: ['Growth'],
  escalationPolicies: ['Profit'],
  services: ['Profit'],
  handles: ['profit'],
  monitors: ['Late'],
  tag: 'managed-by:watchbill',
  description: 'Managed by Watchbill',
};

/** What the vendors add to everything, and what nobody is paged by. */
const OF_PAGERDUTY = { summary: 'In short', self: 'https://api.example/1', html_url: 'https://example/1' };

/**
 * Both vendors' answers about a small account, in their own words: what decides who is paged, and at least one
 * of everything else that they return.
 */
export class Answers implements ApiReaders {
  readonly service: Json = {
    ...OF_PAGERDUTY,
    id: 'PSERVICE',
    type: 'service',
    name: 'Profit',
    description: 'Of the aggregate',
    created_at: '2026-01-01T00:00:00Z',
    status: 'active',
    teams: [{ id: 'PTEAM' }],
    addons: [{ id: 'PADDON' }],
    integrations: [{ id: 'PINT', type: 'generic_events_api_inbound_integration_reference' }],
    last_incident_timestamp: '2026-01-01T00:00:00Z',
    support_hours: { type: 'fixed_time_per_day' },
    auto_resolve_timeout: null,
    acknowledgement_timeout: 1800,
    alert_creation: 'create_alerts_and_incidents',
    alert_grouping_parameters: { type: null, config: { timeout: 300 } },
    auto_pause_notifications_parameters: { enabled: false, timeout: 120 },
    escalation_policy: { ...OF_PAGERDUTY, id: 'PPOLICY', type: 'escalation_policy_reference' },
    incident_urgency_rule: { type: 'constant', urgency: 'high', during_support_hours: null },
  };
  readonly policy: Json = {
    ...OF_PAGERDUTY,
    id: 'PPOLICY',
    type: 'escalation_policy',
    name: 'Profit',
    description: 'Of the aggregate',
    num_loops: 2,
    teams: [{ id: 'PTEAM' }],
    services: [{ id: 'PSERVICE' }],
    on_call_handoff_notifications: 'if_has_services',
    privileges: { role: 'observer' },
    repeat_enabled: true,
    escalation_rules: [
      {
        id: 'PRULE',
        escalation_delay_in_minutes: 15,
        escalation_rule_assignment_strategy: { type: 'assign_to_everyone' },
        targets: [
          { ...OF_PAGERDUTY, id: 'PDESK', type: 'user_reference', name: 'Desk', email: 'x', deleted_at: 'x' },
        ],
      },
      { escalation_delay_in_minutes: 30, targets: [{ id: 'PGROWTH', type: 'schedule_reference' }] },
    ],
  };
  /** Layers in reverse: the last one wins, and comes first. */
  readonly layers: [cover: Json, base: Json] = [
    {
      id: 'PCOVER',
      name: 'Cover',
      start: '2026-12-07T09:00:00+08:00',
      end: '2026-12-12T00:00:00+08:00',
      rotation_virtual_start: '2026-12-07T09:00:00+08:00',
      rotation_turn_length_seconds: 86_400,
      users: [{ user: { id: 'PTHIRU', type: 'user_reference' } }],
      restrictions: [{ type: 'daily_restriction', start_time_of_day: '22:00:00', duration_seconds: 36_000 }],
      rendered_schedule_entries: [{ start: '2026-12-07T09:00:00+08:00' }],
      rendered_coverage_percentage: 12,
    },
    {
      start: '2026-01-05T09:00:00+08:00',
      end: null,
      rotation_virtual_start: '2026-01-04T09:00:00+08:00',
      rotation_turn_length_seconds: 604_800,
      users: ['PAIDIL', 'PTHIRU'].map((id) => ({ user: { id, type: 'user_reference' } })),
    },
  ];
  readonly schedule: Json = {
    ...OF_PAGERDUTY,
    id: 'PGROWTH',
    type: 'schedule',
    name: 'Growth',
    description: 'Of the aggregate',
    http_cal_url: 'https://example/ical',
    web_cal_url: 'webcal://example/ical',
    privacy: 'open',
    time_zone: 'Asia/Kuala_Lumpur',
    teams: [{ id: 'PTEAM' }],
    users: [{ id: 'PTHIRU' }],
    escalation_policies: [{ id: 'PPOLICY' }],
    next_oncall_for_user: '2026-12-07T09:00:00+08:00',
    overrides_subschedule: { name: 'Overrides' },
    final_schedule: { name: 'Final Schedule' },
    schedule_layers: this.layers,
  };
  readonly options: Json = {
    thresholds: { critical: 7200 },
    require_full_window: false,
    on_missing_data: 'show_and_notify_no_data',
    timeout_h: 24,
    // What Datadog returns of a renotification that nobody asked for.
    renotify_interval: 0,
    renotify_occurrences: 0,
    escalation_message: '',
    new_host_delay: 300,
    evaluation_delay: 0,
    new_group_delay: 0,
    min_failure_duration: 0,
    silenced: {},
    no_data_timeframe: 10,
    enable_logs_sample: true,
    enable_samples: true,
    groupby_simple_monitor: true,
    notify_audit: true,
    include_tags: true,
    locked: true,
    notification_preset_name: 'show_all',
    avalanche_window: 10,
  };
  readonly monitor: Json = {
    id: 17,
    name: 'Late',
    type: 'query alert',
    query: 'max(last_5m):max:pipeline.lag{*} > 7200',
    message: 'Late.\n@pagerduty-profit ${no template}',
    tags: ['managed-by:watchbill', 'pipeline:profit'],
    priority: 3,
    options: this.options,
    draft_status: 'published',
    org_id: 1,
    multi: true,
    created: '2026-01-01T00:00:00Z',
    created_at: 1,
    creator: { name: 'Aidil' },
    modified: '2026-01-01T00:00:00Z',
    assets: [{ name: 'Runbook' }],
    overall_state: 'OK',
    overall_state_modified: '2026-01-01T00:00:00Z',
    state: { groups: { '*': {} } },
    restricted_roles: ['admin'],
    restriction_policy: { bindings: [] },
    matching_downtimes: [{ id: 1 }],
  };
  readonly recurring: Json = {
    timezone: 'Asia/Kuala_Lumpur',
    recurrences: [{ start: '2026-11-25T18:00:00', duration: '15h', rrule: 'FREQ=WEEKLY;BYDAY=MO' }],
    current_downtime: { start: '2026-11-25T10:00:00Z' },
  };
  readonly downtimeAttributes: Json = {
    scope: '*',
    monitor_identifier: { monitor_tags: ['managed-by:watchbill', 'pipeline:profit'] },
    schedule: this.recurring,
    notify_end_states: ['alert', 'no data'],
    notify_end_types: ['expired'],
    mute_first_recovery_notification: true,
    display_timezone: 'UTC',
    message: 'Closed',
    status: 'scheduled',
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    canceled: '2026-01-01T00:00:00Z',
  };
  readonly downtime: Json = {
    id: 'DNIGHTS',
    type: 'downtime',
    relationships: { created_by: {} },
    attributes: this.downtimeAttributes,
  };

  readonly services: Json[] = [this.service];
  readonly policies: Json[] = [this.policy];
  readonly schedules: Json[] = [this.schedule];
  readonly users: Json[] = ['Aidil', 'Thiru', 'Desk'].map((name) => ({
    id: `P${name.toUpperCase()}`,
    name,
    email: `${name.toLowerCase()}@xyz.example`,
  }));
  readonly monitors: Json[] = [this.monitor];
  readonly downtimes: Json[] = [this.downtime];
  readonly handles: string[] = ['profit'];
  /** What a path answers before anything else. */
  readonly instead = new Map<string, unknown>();
  /** Paths that were asked for, each with its query as text. */
  readonly asked: string[] = [];

  readonly pagerDuty: PagerDutyReader = {
    get: async (path, query) => {
      this.asked.push(query === undefined ? path : `${path} ${JSON.stringify(query)}`);
      const [, kind, id] = path.split('/');
      const found = (kind === 'users' ? this.users : this.schedules).find((each) => each['id'] === id);
      const answer = found && { [kind === 'users' ? 'user' : 'schedule']: found };
      return this.answered(path, answer);
    },
    list: async (path, key, query) => {
      if (query !== undefined) this.asked.push(`${path} ${key} ${JSON.stringify(query)}`);
      const lists: Readonly<Record<string, unknown>> = {
        '/services services': this.services,
        '/escalation_policies escalation_policies': this.policies,
        '/schedules schedules': this.schedules,
        '/users users': this.users,
      };
      return this.answered(path, lists[`${path} ${key}`]) as unknown[];
    },
  };
  readonly datadog: ApiReaders['datadog'] = {
    get: async (path) =>
      this.answered(
        path,
        this.handles.find((name) => path.endsWith(`/services/${name}`)),
      ),
    monitors: async ({ tags = [], name }) =>
      this.monitors.filter((monitor) => {
        const own = Array.isArray(monitor['tags']) ? monitor['tags'] : [];
        return tags.every((tag) => own.includes(tag)) && String(monitor['name']).includes(name ?? '');
      }),
    downtimes: async () => this.downtimes,
  };

  private answered(path: string, otherwise: unknown): unknown {
    const answer = this.instead.has(path) ? this.instead.get(path) : otherwise;
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw Object.assign(new Error('not found'), { status: 404 });
    return answer;
  }
}
