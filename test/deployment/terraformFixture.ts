/** One schedule, policy, service, handle, monitor and two downtimes, as CDKTF writes them; a new object each time. */
export const onCallStack = () => ({
  '//': { metadata: { stackName: 'on-call', version: '0.21.0' } },
  terraform: { required_providers: { pagerduty: { source: 'PagerDuty/pagerduty', version: '3.30.8' } } },
  provider: { pagerduty: [{}] },
  data: {
    pagerduty_user: {
      aidil: { email: 'aidil@xyz-tech.example' },
      thiru: { email: 'thiru@xyz-tech.example' },
      desk: { '//': { metadata: { path: 'on-call/desk' } }, email: 'ba-desk@xyz-tech.example' },
    },
    pagerduty_vendor: { datadog: { name: 'Datadog' } },
  },
  resource: {
    pagerduty_schedule: {
      profit: {
        '//': { metadata: { path: 'on-call/profit' } },
        name: 'Investor profit',
        description: 'Rotation ${anything} here is not read',
        time_zone: 'Asia/Kuala_Lumpur',
        layer: [
          {
            name: 'Rotation from 2026-01-05',
            start: '2026-01-05T09:00:00+08:00',
            rotation_virtual_start: '2026-01-05T09:00:00+08:00',
            rotation_turn_length_seconds: 604_800,
            users: ['${data.pagerduty_user.aidil.id}', '${data.pagerduty_user.thiru.id}'],
          },
          {
            start: '2026-01-14T00:00:00+08:00',
            end: '2026-01-15T00:00:00+08:00',
            rotation_virtual_start: '2026-01-14T00:00:00+08:00',
            rotation_turn_length_seconds: 86_400,
            users: ['${data.pagerduty_user.aidil.id}'],
            restriction: [
              { type: 'daily_restriction', start_time_of_day: '22:00:00', duration_seconds: 36_000 },
              {
                type: 'weekly_restriction',
                start_day_of_week: 7,
                start_time_of_day: '08:30:00',
                duration_seconds: 604_799,
              },
            ],
          },
        ],
      },
    },
    pagerduty_escalation_policy: {
      profit: {
        name: 'Aggregate profit',
        num_loops: 2,
        rule: [
          {
            escalation_delay_in_minutes: 15,
            target: [{ type: 'user_reference', id: '${data.pagerduty_user.desk.id}' }],
          },
          {
            escalation_delay_in_minutes: 30,
            target: [{ type: 'schedule_reference', id: '${pagerduty_schedule.profit.id}' }],
          },
        ],
        depends_on: ['pagerduty_team_membership.aidil'],
      },
    },
    pagerduty_service: {
      profit: {
        name: 'Aggregate profit',
        escalation_policy: '${pagerduty_escalation_policy.profit.id}',
        acknowledgement_timeout: '600',
        auto_resolve_timeout: 'null',
        incident_urgency_rule: { type: 'constant', urgency: 'low' },
      },
    },
    pagerduty_service_integration: {
      profit: {
        name: 'Datadog',
        service: '${pagerduty_service.profit.id}',
        vendor: '${data.pagerduty_vendor.datadog.id}',
      },
    },
    datadog_integration_pagerduty_service_object: {
      profit: {
        service_name: 'aggregate-profit',
        service_key: '${pagerduty_service_integration.profit.integration_key}',
      },
    },
    pagerduty_team_membership: { aidil: { user_id: '${data.pagerduty_user.aidil.id}', role: 'responder' } },
  },
});

export const monitorsStack = () => ({
  resource: {
    datadog_monitor: {
      late: {
        name: 'Late by $${amount}',
        type: 'query alert',
        query: 'min(last_5m):max:pipeline.deadline.overdue_seconds{pipeline:aggregate-profit} > 0',
        message: '{{#is_alert}}run %%{x} of $${DIR}{{/is_alert}} @pagerduty-aggregate-profit',
        monitor_thresholds: { critical: '0' },
        tags: ['pipeline:aggregate-profit', 'kind:deadline'],
        priority: '2',
        require_full_window: false,
        on_missing_data: 'show_and_notify_no_data',
        timeout_h: 24,
        renotify_interval: 60,
        renotify_statuses: ['alert', 'no data'],
        renotify_occurrences: 3,
        escalation_message: 'still $${broken}',
      },
    },
    datadog_downtime_schedule: {
      nights: {
        scope: '*',
        monitor_identifier: { monitor_tags: ['pipeline:unit-profit'] },
        display_timezone: 'Asia/Kuala_Lumpur',
        recurring_schedule: {
          timezone: 'Asia/Kuala_Lumpur',
          recurrence: [
            { start: '2026-01-06T18:00:00', duration: '15h', rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU' },
          ],
        },
        notify_end_states: ['alert', 'no data'],
        notify_end_types: ['expired', 'canceled'],
        lifecycle: {
          ignore_changes: ['recurring_schedule.recurrence[0].start'],
          replace_triggered_by: ['terraform_data.hours'],
        },
      },
      holiday: {
        scope: 'env:prod',
        monitor_identifier: { monitor_id: '${datadog_monitor.late.id}' },
        one_time_schedule: { start: '2026-02-16T16:00:00Z', end: '2026-02-17T16:00:00Z' },
        notify_end_states: [],
        notify_end_types: [],
      },
    },
    terraform_data: { hours: { triggers_replace: ['18:00'] } },
  },
});

/** A copy of a JSON value with one place in it changed; `undefined` takes the place out. */
export function changed(json: unknown, path: string, value: unknown): unknown {
  const copy: Record<string, unknown> = structuredClone(json) as Record<string, unknown>;
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
