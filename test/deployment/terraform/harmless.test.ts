import { readTerraformJson } from '../../../src/deployment';
import { changed, monitorsStack, onCallStack } from '../terraformFixture';
import { errorOf } from './refusals';

const plain = (...stacks: readonly unknown[]) => JSON.parse(JSON.stringify(readTerraformJson(stacks)));
/** Several places of a stack changed; paths are below `resource`. */
const withAll = (stack: unknown, values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).reduce((json, [path, value]) => changed(json, `resource/${path}`, value), stack);

test('what decides neither who is paged nor when is read over', () => {
  const lifecycle = {
    create_before_destroy: true,
    prevent_destroy: true,
    replace_triggered_by: ['terraform_data.hours'],
    precondition: [{ condition: true }],
    postcondition: [{ condition: true }],
    ignore_changes: [],
  };
  const onCall = {
    ...(withAll(onCallStack(), {
      'pagerduty_schedule/profit/teams': ['PTEAM'],
      'pagerduty_schedule/profit/lifecycle': lifecycle,
      'pagerduty_schedule/profit/provider': 'pagerduty.eu',
      'pagerduty_escalation_policy/profit/description': 'Of the aggregate',
      'pagerduty_escalation_policy/profit/teams': ['PTEAM'],
      'pagerduty_service/profit/description': 'Of the aggregate',
    }) as object),
    output: { id: { value: 1 } },
    variable: { name: {} },
    locals: { a: 1 },
    import: [{ id: 'P1', to: 'pagerduty_schedule.profit' }],
    moved: [{ from: 'a.b', to: 'a.c' }],
  };
  const monitors = withAll(monitorsStack(), {
    'datadog_monitor/late/include_tags': true,
    'datadog_monitor/late/notify_audit': true,
    'datadog_monitor/late/validate': true,
    'datadog_monitor/late/force_delete': true,
    'datadog_monitor/late/restricted_roles': ['admin'],
    'datadog_downtime_schedule/nights/message': 'Closed',
  });
  expect(plain(onCall, monitors)).toEqual(plain(onCallStack(), monitorsStack()));
});

test('an urgency that is not given is high', () => {
  const urgency = (rule: unknown) =>
    plain(withAll(onCallStack(), { 'pagerduty_service/profit/incident_urgency_rule': rule })).services[0]
      .urgency;
  expect([urgency(undefined), urgency({ type: 'constant' })]).toEqual(['high', 'high']);
});

test('words and numbers as the provider takes them', () => {
  const late = (values: Readonly<Record<string, unknown>>) =>
    plain(withAll(monitorsStack(), values)).monitors[0];
  for (const word of ['default', 'show_no_data', 'resolve']) {
    expect(late({ 'datadog_monitor/late/on_missing_data': word }).options.onMissingData).toBe(word);
  }
  expect(late({ 'datadog_monitor/late/renotify_statuses': ['warn'] }).options.renotify.statuses).toEqual([
    'warn',
  ]);
  expect(late({ 'datadog_monitor/late/monitor_thresholds/critical': '-0.25' }).thresholds.critical).toBe(
    -0.25,
  );
});

test('a recurrence to the minute, and a hundred hours long; the eleventh may begin elsewhere', () => {
  const nights = 'datadog_downtime_schedule/nights';
  const json = withAll(monitorsStack(), {
    [`${nights}/recurring_schedule/recurrence/0/start`]: '2026-01-06T18:00',
    [`${nights}/recurring_schedule/recurrence/0/duration`]: '100h',
    [`${nights}/lifecycle/ignore_changes`]: ['recurring_schedule.recurrence[10].start'],
    [`${nights}/notify_end_states`]: ['warn'],
  });
  const [downtime] = plain(json).downtimes;
  expect(downtime.time.recurrences).toMatchObject([{ start: '2026-01-06T18:00:00', duration: 'PT100H' }]);
  expect(downtime.notifyEndStates).toEqual(['warn']);
});

test('a start to the millisecond', () => {
  const json = withAll(onCallStack(), {
    'pagerduty_schedule/profit/layer/0/start': '2026-01-05T09:00:00.125+08:00',
  });
  expect(plain(json).schedules[0].layers[0].start).toBe('2026-01-05T01:00:00.125Z');
});

test.each<[string, unknown, string]>([
  // Temporal alone would read all of these.
  [
    'pagerduty_schedule/profit/layer/0/start',
    '2026-01-05T09:00:00+08:00[Asia/Kuala_Lumpur]',
    'not an instant in RFC 3339',
  ],
  ['pagerduty_schedule/profit/layer/0/start', '+002026-01-05T09:00:00+08:00', 'not an instant in RFC 3339'],
  [
    'pagerduty_schedule/profit/layer/1/restriction/0/start_time_of_day',
    'T22:00:00',
    'not a time of day as HH:MM:SS',
  ],
  [
    'pagerduty_schedule/profit/layer/1/restriction/0/start_time_of_day',
    '22:00:00.5',
    'not a time of day as HH:MM:SS',
  ],
])('%s as %s is refused', (path, value, problem) => {
  expect(errorOf(withAll(onCallStack(), { [path]: value })).problem).toBe(problem);
});

const RECURRENCE = 'datadog_downtime_schedule/nights/recurring_schedule/recurrence/0';
const IGNORED = 'datadog_downtime_schedule/nights/lifecycle/ignore_changes';

test.each<[string, unknown, string]>([
  [`${RECURRENCE}/start`, '2026-01-06T18:00:00+08:00', 'not a local date and time'],
  [`${RECURRENCE}/start`, '+002026-01-06T18:00:00', 'not a local date and time'],
  [`${RECURRENCE}/duration`, 'P15h', 'not a duration like 30m, 15h, 2d or 1w'],
  [`${RECURRENCE}/duration`, '15hours', 'not a duration like 30m, 15h, 2d or 1w'],
  [IGNORED, ['x.recurring_schedule.recurrence[0].start'], 'what is deployed may differ from this JSON'],
  [IGNORED, ['recurring_schedule.recurrence[0].start_day'], 'what is deployed may differ from this JSON'],
  ['datadog_monitor/late/monitor_thresholds/critical', '7200s', 'not a number'],
  ['datadog_monitor/late/monitor_thresholds/critical', [7200], 'not a number'],
  ['datadog_monitor/late/monitor_thresholds/critical', null, 'missing'],
])('%s as %j is refused', (path, value, problem) => {
  expect(errorOf(withAll(monitorsStack(), { [path]: value })).problem).toBe(problem);
});
