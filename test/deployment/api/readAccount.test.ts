import { readAccount, readApi, readPagerDutyAccount } from '../../../src/deployment';
import { Answers, type Json, WANTED } from './answers';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const SERVICES = new Map([['profit', 'PSERVICE']]);

const GROWTH = {
  key: 'PGROWTH',
  name: 'Growth',
  timeZone: 'Asia/Kuala_Lumpur',
  layers: [
    {
      start: '2026-01-05T01:00:00Z',
      rotationVirtualStart: '2026-01-04T01:00:00Z',
      turnLength: 'PT604800S',
      users: ['aidil@xyz.example', 'thiru@xyz.example'],
      restrictions: [],
    },
    {
      name: 'Cover',
      start: '2026-12-07T01:00:00Z',
      end: '2026-12-11T16:00:00Z',
      rotationVirtualStart: '2026-12-07T01:00:00Z',
      turnLength: 'PT86400S',
      users: ['thiru@xyz.example'],
      restrictions: [{ kind: 'daily', from: '22:00:00', duration: 'PT36000S' }],
    },
  ],
};
const PROFIT = {
  key: 'PPOLICY',
  name: 'Profit',
  repeat: 2,
  rules: [
    { delayMinutes: 15, targets: [{ kind: 'user', email: 'desk@xyz.example' }] },
    { delayMinutes: 30, targets: [{ kind: 'schedule', schedule: 'PGROWTH' }] },
  ],
};
const SERVICE = {
  key: 'PSERVICE',
  name: 'Profit',
  escalationPolicy: 'PPOLICY',
  acknowledgementTimeout: 'PT1800S',
  urgency: 'high',
};
const OBJECTS = [
  ['schedule', 'PGROWTH', 'Growth'],
  ['escalation policy', 'PPOLICY', 'Profit'],
  ['service', 'PSERVICE', 'Profit'],
].map(([kind, key, name]) => ({ kind, key, name, description: 'Of the aggregate' }));
const NIGHTS = {
  key: 'DNIGHTS',
  scope: '*',
  monitors: { tags: ['managed-by:watchbill', 'pipeline:profit'] },
  time: {
    kind: 'recurring',
    timeZone: 'Asia/Kuala_Lumpur',
    recurrences: [{ start: '2026-11-25T18:00:00', duration: 'PT15H', rrule: 'FREQ=WEEKLY;BYDAY=MO' }],
  },
  notifyEndStates: ['alert', 'no data'],
  notifyEndTypes: ['expired'],
  mutesFirstRecovery: true,
};

test('everything that decides who is paged, and nothing else of what the vendors return', async () => {
  const account = await readAccount(new Answers(), WANTED, SERVICES);
  expect(plain(account)).toEqual({
    deployment: {
      schedules: [GROWTH],
      escalationPolicies: [PROFIT],
      services: [SERVICE],
      handles: [{ name: 'profit', service: 'PSERVICE' }],
      monitors: [
        {
          key: '17',
          name: 'Late',
          type: 'query alert',
          query: 'max(last_5m):max:pipeline.lag{*} > 7200',
          thresholds: { critical: 7200 },
          message: 'Late.\n@pagerduty-profit ${no template}',
          tags: ['managed-by:watchbill', 'pipeline:profit'],
          priority: 3,
          options: { requireFullWindow: false, onMissingData: 'show_and_notify_no_data', timeoutHours: 24 },
        },
      ],
      downtimes: [NIGHTS],
    },
    partial: { schedules: [], escalationPolicies: [], services: [], monitors: [], downtimes: [] },
    unreadable: [],
    objects: OBJECTS,
    handles: ['profit'],
    servicesWithoutDatadog: [],
    endless: [],
    muted: [],
    canceled: [],
  });
  await expect(readApi(new Answers(), WANTED, SERVICES)).resolves.toEqual(account.deployment);
});

test('a whole PagerDuty account, whatever its names are', async () => {
  const answers = new Answers();
  Object.assign(answers.service, { name: 'Theirs', description: null });
  expect(plain(await readPagerDutyAccount(answers.pagerDuty))).toEqual({
    schedules: { whole: [GROWTH], partial: [] },
    escalationPolicies: { whole: [PROFIT], partial: [] },
    services: { whole: [{ ...SERVICE, name: 'Theirs' }], partial: [] },
    objects: [...OBJECTS.slice(0, 2), { kind: 'service', key: 'PSERVICE', name: 'Theirs', description: '' }],
    unreadable: [],
  });
});

/** What changes of the deployment, or of the account, after an edit. */
async function read(edit: (answers: Answers) => unknown) {
  const answers = new Answers();
  edit(answers);
  return readAccount(answers, WANTED, SERVICES);
}

describe('what may be left out', () => {
  test('of a service', async () => {
    const { deployment } = await read(({ service }) => {
      for (const key of ['alert_creation', 'alert_grouping_parameters', 'acknowledgement_timeout'])
        delete service[key];
      Object.assign(service, {
        auto_pause_notifications_parameters: null,
        auto_resolve_timeout: 3600,
        incident_urgency_rule: { type: 'constant', urgency: 'severity_based' },
      });
    });
    expect(plain(deployment.services)).toEqual([
      {
        key: 'PSERVICE',
        name: 'Profit',
        escalationPolicy: 'PPOLICY',
        autoResolve: 'PT3600S',
        urgency: 'severity_based',
      },
    ]);
  });

  test('of a policy and its rules: it is not repeated', async () => {
    const { deployment } = await read(({ policy }) => {
      delete policy['num_loops'];
      policy['escalation_rules'] = [
        {
          escalation_delay_in_minutes: 1,
          targets: [
            { id: 'PGROWTH', type: 'schedule' },
            { id: 'PAIDIL', type: 'user' },
          ],
        },
      ];
    });
    expect(deployment.escalationPolicies[0]).toMatchObject({
      repeat: 0,
      rules: [
        {
          delayMinutes: 1,
          targets: [
            { kind: 'schedule', schedule: 'PGROWTH' },
            { kind: 'user', email: 'aidil@xyz.example' },
          ],
        },
      ],
    });
  });

  test('of a monitor: tags, a priority, delays; what Datadog asks again for', async () => {
    const { deployment } = await read(({ monitor, options }) => {
      Object.assign(monitor, { tags: null, priority: null, draft_status: null });
      for (const key of ['new_host_delay', 'evaluation_delay', 'timeout_h']) delete options[key];
      Object.assign(options, {
        renotify_interval: 30,
        renotify_occurrences: 2,
        renotify_statuses: ['alert'],
        escalation_message: 'Still late',
      });
    });
    const [monitor] = deployment.monitors;
    expect([monitor?.tags, monitor && 'priority' in monitor]).toEqual([[], false]);
    expect(monitor?.options).toEqual({
      requireFullWindow: false,
      onMissingData: 'show_and_notify_no_data',
      renotify: { intervalMinutes: 30, occurrences: 2, statuses: ['alert'], message: 'Still late' },
    });
  });

  test('of a schedule: layers; one that ended before it began is none', async () => {
    const none = await read(({ schedule }) => Object.assign(schedule, { schedule_layers: [] }));
    expect(none.deployment.schedules[0]?.layers).toEqual([]);
    const { deployment } = await read(({ layers }) => Object.assign(layers[0], { end: layers[0]['start'] }));
    expect(deployment.schedules[0]?.layers.map(({ name }) => name)).toEqual([undefined]);
  });
});

/** Edits of one object, and the error that names its place. */
type Case = readonly [edit: (answers: Answers) => unknown, error: string];
const UNKNOWN = 'the rehearsal does not understand this attribute';
const set = (of: (answers: Answers) => object, values: Json) => (answers: Answers) =>
  Object.assign(of(answers), values);
const service = (values: Json) => set((answers) => answers.service, values);
const rule = (values: Json) =>
  set((answers) => (answers.policy['escalation_rules'] as Json[])[0] ?? {}, values);
const base = (values: Json) => set((answers) => answers.layers[1], values);
const options = (values: Json) => set((answers) => answers.options, values);
const downtime = (values: Json) => set((answers) => answers.downtimeAttributes, values);

const CASES: Readonly<Record<string, readonly Case[]>> = {
  service: [
    [service({ status: 'disabled' }), 'service PSERVICE status: the service is disabled: no incident opens'],
    [
      service({ status: 'maintenance' }),
      'service PSERVICE status: the service is in a maintenance window: no incident opens',
    ],
    [
      service({ status: 'asleep' }),
      'service PSERVICE status: not one of active, warning, critical, maintenance, disabled: "asleep"',
    ],
    [service({ response_play: 'PPLAY' }), `service PSERVICE response_play: ${UNKNOWN}`],
    [
      service({ alert_creation: 'create_incidents' }),
      'service PSERVICE alert_creation: not one of create_alerts_and_incidents: "create_incidents"',
    ],
    [
      service({ auto_resolve_timeout: -1 }),
      'service PSERVICE auto_resolve_timeout: not a whole number from 0 to 9007199254740991: -1',
    ],
    [
      service({ acknowledgement_timeout: 'never' }),
      'service PSERVICE acknowledgement_timeout: not a number: "never"',
    ],
    [
      service({ incident_urgency_rule: { type: 'use_support_hours' } }),
      'service PSERVICE incident_urgency_rule.type: not one of constant: "use_support_hours"',
    ],
    [
      service({ incident_urgency_rule: { type: 'constant', urgency: 'loud' } }),
      'service PSERVICE incident_urgency_rule.urgency: not one of high, low, severity_based: "loud"',
    ],
    [
      service({ incident_urgency_rule: { type: 'constant', urgency: 'low', after: 5 } }),
      `service PSERVICE incident_urgency_rule.after: ${UNKNOWN}`,
    ],
    [
      service({ alert_grouping_parameters: { type: 'time' } }),
      'service PSERVICE alert_grouping_parameters.type: the rehearsal cannot play this',
    ],
    [
      service({ alert_grouping_parameters: { type: null, sub_type: 'x' } }),
      `service PSERVICE alert_grouping_parameters.sub_type: ${UNKNOWN}`,
    ],
    [
      service({ auto_pause_notifications_parameters: { enabled: true } }),
      'service PSERVICE auto_pause_notifications_parameters.enabled: the rehearsal cannot play this',
    ],
  ],
  policy: [
    [
      set(({ policy }) => policy, { num_loops: 10 }),
      'escalation policy PPOLICY num_loops: not a whole number from 0 to 9: 10',
    ],
    [set(({ policy }) => policy, { priority: 'high' }), `escalation policy PPOLICY priority: ${UNKNOWN}`],
    [
      rule({ escalation_delay_in_minutes: 0 }),
      'escalation policy PPOLICY escalation_rules[0].escalation_delay_in_minutes: not a whole number from 1 to 9007199254740991: 0',
    ],
    [
      rule({ escalation_rule_assignment_strategy: { type: 'round_robin' } }),
      'escalation policy PPOLICY escalation_rules[0].escalation_rule_assignment_strategy.type: not one of assign_to_everyone: "round_robin"',
    ],
    [
      rule({ escalation_rule_assignment_strategy: { type: 'assign_to_everyone', of: 1 } }),
      `escalation policy PPOLICY escalation_rules[0].escalation_rule_assignment_strategy.of: ${UNKNOWN}`,
    ],
    [rule({ unless: 'asleep' }), `escalation policy PPOLICY escalation_rules[0].unless: ${UNKNOWN}`],
    [
      rule({ targets: [{ id: 'PTEAM', type: 'team' }] }),
      'escalation policy PPOLICY escalation_rules[0].targets[0].type: not one of user, user_reference, schedule, schedule_reference: "team"',
    ],
    [
      rule({ targets: [{ id: 'PDESK', type: 'user', half: true }] }),
      `escalation policy PPOLICY escalation_rules[0].targets[0].half: ${UNKNOWN}`,
    ],
    [
      rule({ targets: [{ id: 'PGONE', type: 'user' }] }),
      'escalation policy PPOLICY escalation_rules[0].targets[0]: refers to a user that PagerDuty does not know: "PGONE"',
    ],
  ],
  schedule: [
    [
      set(({ schedule }) => schedule, { time_zone: 'Asia/Nowhere' }),
      'schedule PGROWTH time_zone: not a time zone: "Asia/Nowhere"',
    ],
    [set(({ schedule }) => schedule, { rotates: 1 }), `schedule PGROWTH rotates: ${UNKNOWN}`],
    [base({ users: [] }), 'schedule PGROWTH schedule_layers[1].users: a layer needs at least one user: []'],
    [
      base({ users: [{ user: { id: 'PDESK', type: 'user' }, member_order: 1 }] }),
      `schedule PGROWTH schedule_layers[1].users[0].member_order: ${UNKNOWN}`,
    ],
    [
      base({ users: [{ user: { id: 'PDESK', type: 'team' } }] }),
      'schedule PGROWTH schedule_layers[1].users[0].user.type: not one of user, user_reference: "team"',
    ],
    [
      base({ users: [{ user: { id: 'PGONE', type: 'user' } }] }),
      'schedule PGROWTH schedule_layers[1].users[0].user: refers to a user that PagerDuty does not know: "PGONE"',
    ],
    [
      base({ rotation_turn_length_seconds: 3599 }),
      'schedule PGROWTH schedule_layers[1].rotation_turn_length_seconds: not a whole number from 3600 to 31536000: 3599',
    ],
    [base({ every: 2 }), `schedule PGROWTH schedule_layers[1].every: ${UNKNOWN}`],
  ],
  monitor: [
    [
      set(({ monitor }) => monitor, { draft_status: 'draft' }),
      'monitor 17 draft_status: the monitor is a draft: it notifies nobody',
    ],
    [
      set(({ monitor }) => monitor, { draft_status: 'x' }),
      'monitor 17 draft_status: not one of draft, published: "x"',
    ],
    [set(({ monitor }) => monitor, { type: 7 }), 'monitor 17 type: not text: 7'],
    [set(({ monitor }) => monitor, { query: null }), 'monitor 17 query: missing'],
    [set(({ monitor }) => monitor, { message: null }), 'monitor 17 message: missing'],
    [set(({ monitor }) => monitor, { tags: [7] }), 'monitor 17 tags[0]: not text: 7'],
    [
      set(({ monitor }) => monitor, { priority: 6 }),
      'monitor 17 priority: not a whole number from 1 to 5: 6',
    ],
    [set(({ monitor }) => monitor, { variables: [1] }), `monitor 17 variables: ${UNKNOWN}`],
    [options({ thresholds: {} }), 'monitor 17 options.thresholds.critical: missing'],
    [
      options({ thresholds: { critical: 7200, warning: 3600 } }),
      `monitor 17 options.thresholds.warning: ${UNKNOWN}`,
    ],
    [options({ thresholds: null }), 'monitor 17 options.thresholds: missing'],
    [options({ require_full_window: null }), 'monitor 17 options.require_full_window: missing'],
    [
      options({ on_missing_data: 'sing' }),
      'monitor 17 options.on_missing_data: not one of default, show_no_data, show_and_notify_no_data, resolve: "sing"',
    ],
    [options({ new_host_delay: 0 }), 'monitor 17 options.new_host_delay: not 300: 0'],
    [options({ evaluation_delay: 60 }), 'monitor 17 options.evaluation_delay: not 0: 60'],
    [options({ new_group_delay: 60 }), 'monitor 17 options.new_group_delay: not 0: 60'],
    [options({ min_failure_duration: 60 }), 'monitor 17 options.min_failure_duration: not 0: 60'],
    [options({ scheduling_options: { a: 1 } }), `monitor 17 options.scheduling_options: ${UNKNOWN}`],
    // Without an interval the others have no effect.
    [options({ renotify_occurrences: 3 }), `monitor 17 options.renotify_occurrences: ${UNKNOWN}`],
  ],
  downtime: [
    [
      downtime({ notify_end_states: ['warm'] }),
      'downtime DNIGHTS attributes.notify_end_states[0]: not one of alert, warn, no data: "warm"',
    ],
    [
      downtime({ notify_end_types: ['over'] }),
      'downtime DNIGHTS attributes.notify_end_types[0]: not one of canceled, expired: "over"',
    ],
    [downtime({ forever: true }), `downtime DNIGHTS attributes.forever: ${UNKNOWN}`],
    [set((answers) => answers.downtime, { twice: true }), `downtime DNIGHTS twice: ${UNKNOWN}`],
    [
      downtime({ schedule: { start: '2026-11-25T00:00:00Z', end: null } }),
      'downtime DNIGHTS attributes.schedule.end: missing: the downtime mutes forever',
    ],
    [
      set((answers) => answers.recurring, { until: '2027-01-01' }),
      `downtime DNIGHTS attributes.schedule.until: ${UNKNOWN}`,
    ],
    [
      set((answers) => answers.recurring, { timezone: 'Mars' }),
      'downtime DNIGHTS attributes.schedule.timezone: not a time zone: "Mars"',
    ],
  ],
};

describe.each(Object.entries(CASES))('a %s that the rehearsal cannot play', (kind, cases) => {
  test.each(cases.map(([edit, error]) => [error, edit] as const))('%s', async (message, edit) => {
    const { unreadable, deployment, partial } = await read(edit);
    expect(unreadable.map(({ error }) => error.message)).toEqual([message]);
    const key = kind === 'policy' ? 'escalationPolicies' : (`${kind}s` as 'services');
    expect(deployment[key]).toEqual([]);
    expect(partial[key].length).toBeLessThan(2);
  });
});

test('a downtime that says which monitors twice cannot be read at all', async () => {
  const identifier = { monitor_id: 17, monitor_tags: ['managed-by:watchbill'] };
  await expect(read(downtime({ monitor_identifier: identifier }))).rejects.toThrow(
    `downtime DNIGHTS attributes.monitor_identifier.monitor_tags: ${UNKNOWN}`,
  );
  await expect(read(downtime({ status: 'lost' }))).rejects.toThrow(
    'downtime DNIGHTS attributes.status: not one of scheduled, active, ended, canceled: "lost"',
  );
});

describe('what is understood of an object, in spite of errors', () => {
  test('each part of a monitor, and which are not', async () => {
    const { partial, unreadable } = await read((answers) => {
      options({ on_missing_data: 'sing', evaluation_delay: 60, secret: 1 })(answers);
      answers.monitor['query'] = 7;
    });
    expect(partial.monitors).toMatchObject([
      {
        key: '17',
        name: 'Late',
        unread: ['query', 'options'],
        value: { message: expect.any(String), thresholds: { critical: 7200 } },
      },
    ]);
    expect(partial.monitors[0]?.value).not.toHaveProperty('query');
    expect(
      unreadable.map(({ kind, key, name, description, error }) => [kind, key, name, description, error.path]),
    ).toEqual([
      ['monitor', '17', 'Late', '', 'query'],
      ['monitor', '17', 'Late', '', 'options.on_missing_data'],
      // What was not reached is not unknown: only the delay is told besides.
      ['monitor', '17', 'Late', '', 'options.evaluation_delay'],
    ]);
  });

  test('of a service all but its urgency; of a policy that pages nobody nothing', async () => {
    const { partial } = await read((answers) => {
      service({ status: 'disabled', incident_urgency_rule: null })(answers);
      rule({ targets: [] })(answers);
    });
    expect(plain(partial.services)).toEqual([
      {
        kind: 'service',
        key: 'PSERVICE',
        name: 'Profit',
        description: 'Of the aggregate',
        unread: ['urgency'],
        value: {
          key: 'PSERVICE',
          name: 'Profit',
          escalationPolicy: 'PPOLICY',
          acknowledgementTimeout: 'PT1800S',
        },
      },
    ]);
    expect(partial.escalationPolicies).toEqual([]);
  });

  test('anything but an error about the answer is thrown', async () => {
    const broken = new RangeError('out of order');
    await expect(
      read(({ monitor }) =>
        Object.defineProperty(monitor, 'query', {
          enumerable: true,
          get: () => {
            throw broken;
          },
        }),
      ),
    ).rejects.toBe(broken);
  });
});
