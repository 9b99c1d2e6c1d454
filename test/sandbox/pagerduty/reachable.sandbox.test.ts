import { type Api, layer, pagerDuty, policy, schedule } from './api';

let api: Api;
let thiru: string;
beforeEach(() => {
  api = pagerDuty();
  thiru = api.ids.thiru;
});

const INCLUDE = 'include[]=contact_methods&include[]=notification_rules';
const phone = (address: string) => ({
  type: 'sms_contact_method',
  label: 'Own',
  address,
  country_code: 60,
});
const asked = async () => (await api.call('GET', `/users/${thiru}?${INCLUDE}`)).body['user'];

test('everybody has an e-mail, and a phone that rings at once', async () => {
  const user = await asked();
  expect(user?.['contact_methods']).toMatchObject([
    { type: 'email_contact_method', address: 'thiru@xyz-tech.example', enabled: true },
    { type: 'phone_contact_method', country_code: 1, enabled: true, blacklisted: false },
  ]);
  const [, ringing] = Object.values(user?.['contact_methods'] ?? {});
  expect(user?.['notification_rules']).toMatchObject([
    {
      urgency: 'high',
      start_delay_in_minutes: 0,
      contact_method: { id: ringing?.['id'], type: 'phone_contact_method_reference' },
    },
    { urgency: 'low', contact_method: { type: 'email_contact_method_reference' } },
  ]);
});

test('without include[] they are references, in a list too', async () => {
  for (const path of [`/users/${thiru}`, '/users?query=thiru']) {
    const { body } = await api.call('GET', path);
    const user = body['user'] ?? Object.values(body['users'] ?? {})[0];
    expect(user?.['contact_methods']).toMatchObject([
      { type: 'email_contact_method_reference', summary: 'Default' },
      { type: 'phone_contact_method_reference', summary: 'Mobile' },
    ]);
    expect(user?.['contact_methods']?.[0]).not.toHaveProperty('address');
    expect(user?.['notification_rules']?.[0]).not.toHaveProperty('urgency');
  }
});

test('a method and a rule are made, changed and taken away; a rule goes with its method', async () => {
  const path = `/users/${thiru}/contact_methods`;
  const id = await api.made(path, 'contact_method', phone('123456789'));
  const rules = `/users/${thiru}/notification_rules`;
  const rule = {
    type: 'assignment_notification_rule',
    urgency: 'high',
    start_delay_in_minutes: 5,
    contact_method: { id, type: 'sms_contact_method' },
  };
  const ruleId = await api.made(rules, 'notification_rule', rule);
  await api.call('PUT', `${rules}/${ruleId}`, { notification_rule: { ...rule, start_delay_in_minutes: 7 } });
  await api.call('PUT', `${path}/${id}`, { contact_method: phone('987654321') });
  expect((await api.call('GET', `${path}/${id}`)).body['contact_method']).toMatchObject({
    address: '987654321',
  });
  const high = (await api.call('GET', `${rules}?include[]=contact_methods`)).body['notification_rules'];
  expect(high).toMatchObject([
    { urgency: 'high', start_delay_in_minutes: 0 },
    { urgency: 'high', start_delay_in_minutes: 7, contact_method: { address: '987654321' } },
  ]);
  expect((await api.call('GET', `${rules}?urgency=all`)).body['notification_rules']).toHaveLength(3);
  expect((await api.call('DELETE', `${path}/${id}`)).status).toBe(204);
  expect((await api.call('GET', `${rules}/${ruleId}`)).status).toBe(404);
  expect((await asked())?.['notification_rules']).toHaveLength(2);
});

test.each([
  [
    'a method twice',
    'contact_methods',
    { contact_method: { ...phone('2025550100'), type: 'phone_contact_method' } },
  ],
  ['an unknown type', 'contact_methods', { contact_method: { ...phone('1'), type: 'pager_contact_method' } }],
  [
    'a method without an address',
    'contact_methods',
    { contact_method: { type: 'sms_contact_method', label: 'x' } },
  ],
  [
    'a rule for a method of somebody else',
    'notification_rules',
    {
      notification_rule: {
        type: 'assignment_notification_rule',
        urgency: 'high',
        start_delay_in_minutes: 0,
        contact_method: { id: 'PNONE' },
      },
    },
  ],
])('%s is refused', async (_, list, body) => {
  expect((await api.call('POST', `/users/${thiru}/${list}`, body)).status).toBe(400);
});

describe('a role', () => {
  const as = (role: string) => api.call('PUT', `/users/${thiru}`, { user: { role } });

  test.each(['read_only_user', 'read_only_limited_user'])('%s cannot be on call', async (role) => {
    const id = await api.made('/schedules', 'schedule', schedule([layer([api.ids.aidil])]));
    await as(role);
    const refusal = async (path: string, body: object) =>
      (await api.call('POST', path, body)).body['error']?.['errors'];
    expect(await refusal('/schedules', { schedule: schedule([layer([thiru])], { name: 'Other' }) })).toEqual([
      'Stakeholders cannot be added to schedules',
    ]);
    const target = { id: thiru, type: 'user_reference' };
    expect(await refusal('/escalation_policies', { escalation_policy: policy([target]) })).toEqual([
      'Stakeholders cannot be added to escalation policies',
    ]);
    const override = {
      start: '2026-01-06T01:00:00Z',
      end: '2026-01-06T02:00:00Z',
      user: { id: thiru, type: 'user_reference' },
    };
    const { body } = await api.call('POST', `/schedules/${id}/overrides`, { overrides: [override] });
    expect(Object.values(body)).toMatchObject([{ status: 400 }]);
  });

  test.each(['observer', 'restricted_access', 'limited_user'])('%s can', async (role) => {
    await as(role);
    await api.made('/schedules', 'schedule', schedule([layer([thiru])]));
    await api.made('/escalation_policies', 'escalation_policy', policy([{ id: thiru, type: 'user' }]));
  });
});
