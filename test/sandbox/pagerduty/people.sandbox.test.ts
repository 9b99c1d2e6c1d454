import { type Api, idsOf, layer, pagerDuty, schedule } from './api';

let api: Api;
beforeEach(() => {
  api = pagerDuty();
});

describe('users', () => {
  test('are found by their e-mail', async () => {
    const { body } = await api.call('GET', '/users?query=thiru@xyz-tech.example');
    expect(body).toMatchObject({
      users: [{ id: api.ids.thiru, email: 'thiru@xyz-tech.example' }],
      more: false,
      total: null,
    });
  });

  test('are refused where their e-mail is taken, in any case', async () => {
    const user = { name: 'Aidil', email: 'Aidil@xyz-tech.example' };
    expect((await api.call('POST', '/users', { user })).body['error']?.['errors']).toEqual([
      'Email has already been taken',
    ]);
  });

  test('stay while a schedule names them', async () => {
    const { aidil } = api.ids;
    const id = await api.made('/schedules', 'schedule', schedule([layer([aidil])]));
    expect((await api.call('DELETE', `/users/${aidil}`)).status).toBe(400);
    await api.call('DELETE', `/schedules/${id}`);
    expect((await api.call('DELETE', `/users/${aidil}`)).status).toBe(204);
  });
});

describe('teams', () => {
  test('are taken with and without their envelope, which the provider leaves out', async () => {
    expect((await api.call('POST', '/teams', { name: 'DE' })).body['team']).toMatchObject({
      name: 'DE',
      parent: null,
    });
    expect((await api.call('POST', '/teams', { team: { name: 'BA' } })).status).toBe(201);
    expect((await api.call('POST', '/teams', { name: 'de' })).status).toBe(400);
    expect((await api.call('POST', '/teams')).body['error']?.['errors']).toEqual(["Name can't be blank"]);
  });

  test('have members with a role, manager unless said otherwise', async () => {
    const team = await api.made('/teams', 'team', { name: 'DE' });
    await api.call('PUT', `/teams/${team}/users/${api.ids.aidil}`, { role: 'responder' });
    await api.call('PUT', `/teams/${team}/users/${api.ids.choo}`);
    expect((await api.call('GET', `/teams/${team}/members`)).body['members']).toMatchObject([
      { user: { id: api.ids.aidil }, role: 'responder' },
      { user: { id: api.ids.choo }, role: 'manager' },
    ]);
    expect((await api.call('PUT', `/teams/${team}/users/${api.ids.choo}`, { role: 'king' })).status).toBe(
      400,
    );
    expect((await api.call('PUT', `/teams/${team}/users/PNOBODY`, { role: 'manager' })).status).toBe(404);
  });
});

test('there are several vendors with Datadog in their name, and the first is another one', async () => {
  const { body } = await api.call('GET', '/vendors?query=datadog');
  const names = Object.values(body['vendors'] ?? {}).map(({ name }) => String(name));
  expect(names.filter((name) => name === 'Datadog')).toHaveLength(1);
  expect(names.indexOf('Datadog')).toBeGreaterThan(0);
});

describe('every answer', () => {
  test('comes in pages of 25, of 100 at the most', async () => {
    for (let number = 1; number <= 30; number += 1)
      await api.made('/teams', 'team', { name: `Team ${number}` });
    const page = async (query: string) => (await api.call('GET', `/teams${query}`)).body;
    expect(await page('')).toMatchObject({ limit: 25, offset: 0, more: true, total: null });
    const rest = await page('?offset=25&limit=10');
    expect([idsOf(rest['teams']).length, rest['more']]).toEqual([5, false]);
    expect(await page('?limit=101')).toMatchObject({ error: { code: 2001 } });
  });

  test.each([
    ['no token', {}],
    ['another token', { authorization: 'Token token=another' }],
    ['another scheme', { authorization: 'Bearer sandbox-pagerduty-token' }],
  ])('is 401 with %s', async (_, headers) => {
    const answer = await api.app.inject({ url: '/pagerduty/users', headers });
    expect([answer.statusCode, answer.json()]).toEqual([
      401,
      { error: { message: 'Authentication failed', code: 2006, errors: ['Invalid API token'] } },
    ]);
  });

  test("is PagerDuty's own 404 for a route that is none, and 400 for JSON that is none", async () => {
    expect(await api.call('GET', '/nothing')).toEqual({
      status: 404,
      body: { error: { message: 'Not Found', code: 2100 } },
    });
    const headers = {
      authorization: 'Token token=sandbox-pagerduty-token',
      'content-type': 'application/json',
    };
    const broken = await api.app.inject({
      method: 'POST',
      url: '/pagerduty/teams',
      headers,
      payload: '{"name":',
    });
    expect([broken.statusCode, broken.json()]).toMatchObject([400, { error: { code: 2001 } }]);
  });
});
