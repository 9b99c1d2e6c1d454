import { type Api, idsOf, layer, pagerDuty, policy, schedule } from './api';

let api: Api;
beforeEach(() => {
  api = pagerDuty();
});

const service = (escalationPolicy: string, more: object = {}) => ({
  name: 'Growth',
  escalation_policy: { id: escalationPolicy, type: 'escalation_policy_reference' },
  auto_resolve_timeout: null,
  acknowledgement_timeout: 1800,
  ...more,
});

const constant = (urgency: string) => ({ type: 'constant', urgency });
const supported = {
  type: 'use_support_hours',
  during_support_hours: constant('high'),
  outside_support_hours: constant('low'),
};

const refusals = async (path: string, key: string, body: object) => {
  const { status, body: answer } = await api.call('POST', path, { [key]: body });
  return [status, ...Object.values(answer['error']?.['errors'] ?? {}).map(String)];
};

describe('escalation policies', () => {
  const toAidil = () => [{ id: api.ids.aidil, type: 'user_reference' }];

  test("are answered with their targets named, and keep their rules' ids", async () => {
    const id = await api.made(
      '/escalation_policies',
      'escalation_policy',
      policy(toAidil(), { num_loops: 2 }),
    );
    const before = await api.call('GET', `/escalation_policies/${id}`);
    expect(before.body['escalation_policy']).toMatchObject({
      name: 'Growth',
      num_loops: 2,
      teams: [],
      escalation_rules: [
        {
          escalation_delay_in_minutes: 15,
          targets: [{ id: api.ids.aidil, type: 'user_reference', summary: 'aidil' }],
        },
      ],
    });
    const after = await api.call('PUT', `/escalation_policies/${id}`, {
      escalation_policy: policy([{ id: api.ids.choo, type: 'user_reference' }]),
    });
    const rules = (answer: typeof before) => idsOf(answer.body['escalation_policy']?.['escalation_rules']);
    expect(rules(after)).toEqual(rules(before));
  });

  const oneRule = (rule: object) => ({ escalation_rules: [{ escalation_delay_in_minutes: 15, ...rule }] });

  test.each<[string, object, string]>([
    [
      'a target that does not exist',
      oneRule({ targets: [{ type: 'schedule_reference', id: 'PNONE' }] }),
      'Escalation rule target schedule PNONE does not exist',
    ],
    [
      'a delay of nothing',
      oneRule({ escalation_delay_in_minutes: 0, targets: [{ type: 'user', id: 'PNONE' }] }),
      'Escalation delay in minutes must be greater than 0',
    ],
    ['no target', oneRule({ targets: [] }), "Targets can't be blank"],
    ['a name with a sign that is not allowed', { name: 'Growth & profit' }, 'Name is invalid'],
    ['a team that does not exist', { teams: [{ id: 'PNOTEAM' }] }, 'Team PNOTEAM does not exist'],
    ['no rule', { escalation_rules: [] }, "Escalation rules can't be blank"],
  ])('refuse %s', async (_, wrong, problem) => {
    const sent = policy(toAidil(), wrong);
    expect(await refusals('/escalation_policies', 'escalation_policy', sent)).toEqual([400, problem]);
  });

  test('with a team enrol whom they page, who cannot leave the team then', async () => {
    const team = await api.made('/teams', 'team', { name: 'DE' });
    await api.made('/escalation_policies', 'escalation_policy', policy(toAidil(), { teams: [{ id: team }] }));
    expect(api.state.memberships).toEqual([{ team, user: api.ids.aidil, role: 'responder' }]);
    expect(await api.call('DELETE', `/teams/${team}/users/${api.ids.aidil}`)).toMatchObject({
      status: 400,
      body: {
        error: { errors: ['User cannot be removed as they belong to an escalation policy on this team'] },
      },
    });
  });

  test('cannot be deleted while a service uses them', async () => {
    const id = await api.made('/escalation_policies', 'escalation_policy', policy(toAidil()));
    const serviceId = await api.made('/services', 'service', service(id));
    expect((await api.call('DELETE', `/escalation_policies/${id}`)).status).toBe(400);
    await api.call('DELETE', `/services/${serviceId}`);
    expect((await api.call('DELETE', `/escalation_policies/${id}`)).status).toBe(204);
  });
});

describe('services', () => {
  let escalationPolicy: string;
  beforeEach(async () => {
    const targets = [{ id: api.ids.aidil, type: 'user_reference' }];
    escalationPolicy = await api.made('/escalation_policies', 'escalation_policy', policy(targets));
  });

  test('keep a timeout that is null, and have no secret', async () => {
    const id = await api.made('/services', 'service', service(escalationPolicy));
    await api.made(`/services/${id}/integrations`, 'integration', {
      name: 'Datadog',
      vendor: { id: 'PC7D8DD' },
    });
    const { body } = await api.call('GET', `/services/${id}?include[]=auto_pause_notifications_parameters`);
    expect(body['service']).toMatchObject({
      auto_resolve_timeout: null,
      acknowledgement_timeout: 1800,
      incident_urgency_rule: { type: 'constant', urgency: 'high' },
      escalation_policy: { id: escalationPolicy, summary: 'Growth' },
    });
    expect(JSON.stringify(body)).not.toContain(api.state.integrations[0]?.integration_key);
  });

  test.each([
    [
      'a policy that does not exist',
      { escalation_policy: { id: 'PNONE' } },
      'Escalation policy PNONE does not exist',
    ],
    ['support hours that are missing', { incident_urgency_rule: supported }, "Support hours can't be blank"],
    ['a timeout of nothing', { auto_resolve_timeout: 0 }, 'Auto resolve timeout must be greater than 0'],
  ])('refuse %s', async (_, wrong, problem) => {
    expect(await refusals('/services', 'service', service(escalationPolicy, wrong))).toEqual([400, problem]);
  });

  test('have an integration whose vendor decides its type, with a key of its own', async () => {
    const id = await api.made('/services', 'service', service(escalationPolicy));
    const { body } = await api.call('POST', `/services/${id}/integrations`, {
      integration: {
        name: 'Datadog',
        type: 'service_integration',
        vendor: { id: 'PC7D8DD', type: 'vendor' },
      },
    });
    expect(body['integration']).toMatchObject({
      name: 'Datadog',
      type: 'generic_events_api_inbound_integration',
      vendor: { id: 'PC7D8DD', summary: 'Datadog' },
      integration_key: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const wrong = { name: 'x', type: 'service_integration' };
    expect(await refusals(`/services/${id}/integrations`, 'integration', wrong)).toEqual([
      400,
      'Type is invalid',
    ]);
  });
});

test('dependencies join two services that exist, and go with either', async () => {
  const targets = [{ id: api.ids.aidil, type: 'user_reference' }];
  const escalationPolicy = await api.made('/escalation_policies', 'escalation_policy', policy(targets));
  const technical = await api.made('/services', 'service', service(escalationPolicy));
  const business = await api.made('/business_services', 'business_service', {
    name: 'Growth',
    point_of_contact: 'BA',
  });
  const relationship = {
    supporting_service: { id: technical, type: 'service' },
    dependent_service: { id: business, type: 'business_service' },
  };
  const { body } = await api.call('POST', '/service_dependencies/associate', {
    relationships: [relationship],
  });
  expect(body['relationships']?.[0]).toMatchObject({
    type: 'service_dependency',
    supporting_service: { id: technical, type: 'technical_service_reference' },
    dependent_service: { id: business, type: 'business_service_reference' },
  });
  const ids = async (path: string) => idsOf((await api.call('GET', path)).body['relationships']);
  expect(await ids(`/service_dependencies/technical_services/${technical}`)).toEqual(
    await ids(`/service_dependencies/business_services/${business}`),
  );
  const nowhere = { ...relationship, dependent_service: { id: 'PNONE', type: 'business_service' } };
  expect(
    (await api.call('POST', '/service_dependencies/associate', { relationships: [nowhere] })).status,
  ).toBe(404);
  await api.call('DELETE', `/business_services/${business}`);
  expect(api.state.dependencies).toEqual([]);
});

describe('on-calls and overrides', () => {
  test('say who is paged at each level now, and an override replaces them', async () => {
    const { aidil, thiru, choo } = api.ids;
    const id = await api.made('/schedules', 'schedule', schedule([layer([aidil, thiru])]));
    const targets = [
      { id: choo, type: 'user_reference' },
      { id, type: 'schedule_reference' },
    ];
    await api.made('/escalation_policies', 'escalation_policy', policy(targets));
    const onCalls = async () =>
      Object.values((await api.call('GET', '/oncalls?time_zone=Asia/Kuala_Lumpur')).body['oncalls'] ?? {});
    api.at('2026-01-13T00:00:00Z');
    expect(await onCalls()).toMatchObject([
      { escalation_level: 1, user: { id: choo }, schedule: null, start: null, end: null },
      {
        escalation_level: 2,
        user: { id: thiru },
        schedule: { id },
        start: '2026-01-12T09:00:00+08:00',
        end: '2026-01-19T09:00:00+08:00',
      },
    ]);
    const override = {
      start: '2026-01-13T00:00:00Z',
      end: '2026-01-14T00:00:00Z',
      user: { id: aidil, type: 'user_reference' },
    };
    const wrong = { ...override, user: { id: 'PNOBODY' } };
    const answer = await api.call('POST', `/schedules/${id}/overrides`, { overrides: [override, wrong] });
    expect(answer).toMatchObject({
      status: 201,
      body: [
        { status: 201, override: { user: { id: aidil } } },
        { status: 400, errors: ['User not found'] },
      ],
    });
    expect((await onCalls())[1]).toMatchObject({ user: { id: aidil }, end: '2026-01-14T08:00:00+08:00' });
  });

  test('an override that is under way ends when it is deleted, one that is over stays', async () => {
    const id = await api.made('/schedules', 'schedule', schedule([layer([api.ids.aidil])]));
    const override = {
      start: '2026-01-06T00:00:00Z',
      end: '2026-01-07T00:00:00Z',
      user: { id: api.ids.choo },
    };
    const { body } = await api.call('POST', `/schedules/${id}/overrides`, { overrides: [override] });
    const path = `/schedules/${id}/overrides/${body['0']?.['override']?.['id']}`;
    api.at('2026-01-06T12:00:00Z');
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect(api.state.overrides[0]?.end).toBe('2026-01-06T12:00:00Z');
    api.at('2026-01-06T13:00:00Z');
    expect((await api.call('DELETE', path)).status).toBe(400);
  });
});
