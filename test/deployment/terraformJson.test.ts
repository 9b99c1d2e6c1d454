import { readTerraformJson } from '../../src/deployment';
import { plain } from '../rehearsal/fixture';
import { changed, monitorsStack, onCallStack } from './terraformFixture';

const read = () => plain(readTerraformJson([onCallStack(), monitorsStack()])) as Record<string, unknown>;

test('schedules', () => {
  expect(read()['schedules']).toEqual([
    {
      key: 'pagerduty_schedule.profit',
      name: 'Investor profit',
      timeZone: 'Asia/Kuala_Lumpur',
      layers: [
        {
          name: 'Rotation from 2026-01-05',
          start: '2026-01-05T01:00:00Z',
          rotationVirtualStart: '2026-01-05T01:00:00Z',
          turnLength: 'PT604800S',
          users: ['aidil@xyz-tech.example', 'thiru@xyz-tech.example'],
          restrictions: [],
        },
        {
          start: '2026-01-13T16:00:00Z',
          end: '2026-01-14T16:00:00Z',
          rotationVirtualStart: '2026-01-13T16:00:00Z',
          turnLength: 'PT86400S',
          users: ['aidil@xyz-tech.example'],
          restrictions: [
            { kind: 'daily', from: '22:00:00', duration: 'PT36000S' },
            { kind: 'weekly', dayOfWeek: 7, from: '08:30:00', duration: 'PT604799S' },
          ],
        },
      ],
    },
  ]);
});

test('escalation policies, services, handles', () => {
  const { escalationPolicies, services, handles } = read();
  expect(escalationPolicies).toEqual([
    {
      key: 'pagerduty_escalation_policy.profit',
      name: 'Aggregate profit',
      repeat: 2,
      rules: [
        { delayMinutes: 15, targets: [{ kind: 'user', email: 'ba-desk@xyz-tech.example' }] },
        { delayMinutes: 30, targets: [{ kind: 'schedule', schedule: 'pagerduty_schedule.profit' }] },
      ],
    },
  ]);
  expect(services).toEqual([
    {
      key: 'pagerduty_service.profit',
      name: 'Aggregate profit',
      escalationPolicy: 'pagerduty_escalation_policy.profit',
      acknowledgementTimeout: 'PT600S',
      urgency: 'low',
    },
  ]);
  expect(handles).toEqual([{ name: 'aggregate-profit', service: 'pagerduty_service.profit' }]);
});

test('monitors, with their text as Datadog receives it', () => {
  expect(read()['monitors']).toEqual([
    {
      key: 'datadog_monitor.late',
      name: 'Late by ${amount}',
      type: 'query alert',
      query: 'min(last_5m):max:pipeline.deadline.overdue_seconds{pipeline:aggregate-profit} > 0',
      thresholds: { critical: 0 },
      message: '{{#is_alert}}run %{x} of ${DIR}{{/is_alert}} @pagerduty-aggregate-profit',
      tags: ['pipeline:aggregate-profit', 'kind:deadline'],
      priority: 2,
      options: {
        requireFullWindow: false,
        onMissingData: 'show_and_notify_no_data',
        timeoutHours: 24,
        renotify: {
          intervalMinutes: 60,
          statuses: ['alert', 'no data'],
          occurrences: 3,
          message: 'still ${broken}',
        },
      },
    },
  ]);
});

test('downtimes', () => {
  expect(read()['downtimes']).toEqual([
    {
      key: 'datadog_downtime_schedule.nights',
      scope: '*',
      monitors: { tags: ['pipeline:unit-profit'] },
      time: {
        kind: 'recurring',
        timeZone: 'Asia/Kuala_Lumpur',
        recurrences: [
          { start: '2026-01-06T18:00:00', duration: 'PT15H', rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU' },
        ],
      },
      notifyEndStates: ['alert', 'no data'],
      notifyEndTypes: ['expired', 'canceled'],
    },
    {
      key: 'datadog_downtime_schedule.holiday',
      scope: 'env:prod',
      monitors: { monitor: 'datadog_monitor.late' },
      time: { kind: 'once', from: '2026-02-16T16:00:00Z', until: '2026-02-17T16:00:00Z' },
      notifyEndStates: [],
      notifyEndTypes: [],
    },
  ]);
});

describe('what is absent is what the provider or the vendor makes of it', () => {
  const without = (json: unknown, ...paths: string[]) =>
    plain(readTerraformJson([paths.reduce((stack, path) => changed(stack, path, undefined), json)]));

  test('a service', () => {
    const at = 'resource/pagerduty_service/profit';
    const json = ['acknowledgement_timeout', 'auto_resolve_timeout', 'incident_urgency_rule'].map(
      (key) => `${at}/${key}`,
    );
    expect(without(onCallStack(), ...json)).toHaveProperty('services.0', {
      key: 'pagerduty_service.profit',
      name: 'Aggregate profit',
      escalationPolicy: 'pagerduty_escalation_policy.profit',
      autoResolve: 'PT14400S',
      acknowledgementTimeout: 'PT1800S',
      urgency: 'high',
    });
  });

  test('an escalation policy goes through its rules once, and its targets are users', () => {
    const at = 'resource/pagerduty_escalation_policy/profit';
    const read = without(onCallStack(), `${at}/num_loops`, `${at}/rule/0/target/0/type`);
    expect(read).toHaveProperty('escalationPolicies.0.repeat', 0);
    expect(read).toHaveProperty('escalationPolicies.0.rules.0.targets.0.kind', 'user');
  });

  test('a monitor', () => {
    const at = 'resource/datadog_monitor/late';
    const json = ['tags', 'priority', 'require_full_window', 'on_missing_data', 'timeout_h'];
    const renotify = ['interval', 'statuses', 'occurrences'].map((key) => `renotify_${key}`);
    const paths = [...json, ...renotify, 'escalation_message'].map((key) => `${at}/${key}`);
    const read = without(monitorsStack(), ...paths);
    expect(read).toHaveProperty('monitors.0.options', { requireFullWindow: true });
    expect(read).toHaveProperty('monitors.0.tags', []);
    expect(read).not.toHaveProperty('monitors.0.priority');
  });

  test('a downtime tells at its end what is broken, and one without a start has begun', () => {
    const at = 'resource/datadog_downtime_schedule/holiday';
    const paths = ['notify_end_states', 'notify_end_types', 'one_time_schedule/start'];
    const read = without(monitorsStack(), ...paths.map((key) => `${at}/${key}`));
    expect(read).toHaveProperty('downtimes.1.notifyEndStates', ['alert', 'no data', 'warn']);
    expect(read).toHaveProperty('downtimes.1.notifyEndTypes', ['expired']);
    expect(read).toHaveProperty('downtimes.1.time', { kind: 'once', until: '2026-02-17T16:00:00Z' });
  });
});

test('a block that occurs once may be a list of one, and null is absent', () => {
  const listed = changed(onCallStack(), 'resource/pagerduty_service/profit/incident_urgency_rule', [
    { type: 'constant', urgency: 'severity_based' },
  ]);
  const json = changed(listed, 'resource/pagerduty_schedule/profit/overflow', null);
  expect(plain(readTerraformJson([json]))).toHaveProperty('services.0.urgency', 'severity_based');
});

test('no stacks, and a stack without resources, are an empty deployment', () => {
  const empty = {
    schedules: [],
    escalationPolicies: [],
    services: [],
    handles: [],
    monitors: [],
    downtimes: [],
  };
  expect(readTerraformJson([])).toEqual(empty);
  expect(readTerraformJson([{ terraform: {} }])).toEqual(empty);
});
