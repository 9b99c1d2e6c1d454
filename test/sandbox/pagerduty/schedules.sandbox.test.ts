import { type Api, layer, pagerDuty, policy, schedule } from './api';

let api: Api;
beforeEach(() => {
  api = pagerDuty();
});

const layersOf = async (id: string) => {
  const { body } = await api.call('GET', `/schedules/${id}`);
  return Object.values(body['schedule']?.['schedule_layers'] ?? {});
};

test('layers are answered in the opposite order, in local time, with the form that Go writes understood', async () => {
  const { aidil, thiru } = api.ids;
  const later = { name: 'Cover', start: '2026-01-06T09:00:00+08:00', end: '2026-01-07T09:00:00+08:00' };
  const id = await api.made(
    '/schedules',
    'schedule',
    schedule([layer([aidil, thiru]), layer([thiru], later)]),
  );
  expect(await layersOf(id)).toMatchObject([
    { ...later, users: [{ user: { id: thiru, type: 'user_reference', summary: 'thiru' } }] },
    {
      name: 'Layer 1',
      start: '2026-01-05T09:00:00+08:00',
      end: null,
      rotation_virtual_start: '2026-01-05T09:00:00+08:00',
    },
  ]);
});

test('a beginning in the past becomes now, and stays what it was at the next change', async () => {
  const base = layer([api.ids.aidil], { start: '2025-12-29T01:00:00Z' });
  const id = await api.made('/schedules', 'schedule', schedule([base]));
  const [made] = await layersOf(id);
  expect(made).toMatchObject({ start: '2026-01-05T09:00:00+08:00' });
  api.at('2026-02-02T01:00:00Z');
  await api.call('PUT', `/schedules/${id}`, { schedule: schedule([{ ...base, id: made?.['id'] }]) });
  expect(await layersOf(id)).toMatchObject([{ id: made?.['id'], start: '2026-01-05T09:00:00+08:00' }]);
});

test('a layer that is left out is ended, not removed', async () => {
  const { aidil, thiru } = api.ids;
  const id = await api.made('/schedules', 'schedule', schedule([layer([aidil]), layer([thiru])]));
  const base = (await layersOf(id)).at(-1);
  api.at('2026-01-06T01:00:00Z');
  const changed = { schedule: schedule([{ ...layer([aidil]), id: base?.['id'] }]) };
  expect((await api.call('PUT', `/schedules/${id}`, changed)).status).toBe(200);
  expect((await layersOf(id)).map(({ end }) => end)).toEqual(['2026-01-06T09:00:00+08:00', null]);
});

test('the provider removes a layer that has not begun by ending it before its beginning', async () => {
  const { aidil, thiru } = api.ids;
  const cover = { start: '2026-01-20T01:00:00Z', end: '2026-01-21T01:00:00Z' };
  const id = await api.made('/schedules', 'schedule', schedule([layer([aidil]), layer([thiru], cover)]));
  const [top, base] = await layersOf(id);
  const sent = schedule([
    { ...layer([aidil]), id: base?.['id'] },
    { ...layer([thiru], cover), id: top?.['id'], end: '2026-01-05 00:59:59 +0000 UTC' },
  ]);
  expect((await api.call('PUT', `/schedules/${id}`, { schedule: sent })).status).toBe(200);
});

test('it is rendered only where a stretch is asked for', async () => {
  const id = await api.made('/schedules', 'schedule', schedule([layer([api.ids.aidil, api.ids.thiru])]));
  const plain = await api.call('GET', `/schedules/${id}`);
  expect(plain.body['schedule']?.['final_schedule']).toEqual({
    name: 'Final Schedule',
    rendered_schedule_entries: [],
    rendered_coverage_percentage: null,
  });
  const asked = await api.call(
    'GET',
    `/schedules/${id}?since=2026-01-11T00:00:00Z&until=2026-01-13T00:00:00Z`,
  );
  expect(asked.body['schedule']?.['final_schedule']).toMatchObject({
    rendered_schedule_entries: [
      { start: '2026-01-11T08:00:00+08:00', end: '2026-01-12T09:00:00+08:00', user: { id: api.ids.aidil } },
      { start: '2026-01-12T09:00:00+08:00', end: '2026-01-13T08:00:00+08:00', user: { id: api.ids.thiru } },
    ],
    rendered_coverage_percentage: 100,
  });
});

test('a preview renders and keeps nothing', async () => {
  const query = '?since=2026-01-05T01:00:00Z&until=2026-01-06T01:00:00Z';
  const { status, body } = await api.call('POST', `/schedules/preview${query}`, {
    schedule: schedule([layer([api.ids.choo])]),
  });
  expect(status).toBe(200);
  expect(body['schedule']?.['final_schedule']).toMatchObject({
    rendered_schedule_entries: [{ user: { id: api.ids.choo } }],
  });
  expect(api.state.schedules).toEqual([]);
});

test.each([
  ['an unknown user', layer(['PNOBODY']), { 'rotation_layers.users': ['not found: PNOBODY'] }],
  ['nobody', layer([]), { 'rotation_layers.users': ["can't be blank"] }],
  [
    'an end at its start',
    { end: '2026-01-05T01:00:00Z' },
    { 'rotation_layers.end': ['must be after start'] },
  ],
  [
    'a virtual start between minutes',
    { rotation_virtual_start: '2026-01-05T01:00:30Z' },
    { 'rotation_layers.rotation_virtual_start': ['must be a full minute'] },
  ],
  ['a start that is no time', { start: 'tomorrow' }, { 'rotation_layers.start': ['is not a valid time'] }],
  [
    'turns under an hour',
    { rotation_turn_length_seconds: 60 },
    { 'rotation_layers.rotation_turn_length_seconds': ['must be between 1 hour and 1 year'] },
  ],
  [
    'a layer of another schedule',
    { id: 'PELSEWH' },
    { 'rotation_layers.id': ['PELSEWH is not a layer of this schedule'] },
  ],
  [
    'a restriction of a whole day',
    {
      restrictions: [{ type: 'daily_restriction', start_time_of_day: '00:00:00', duration_seconds: 86_400 }],
    },
    {
      'rotation_layers.daily_restrictions.duration_seconds': [
        'Please use a shorter duration or just turn the recurrence off.',
      ],
    },
  ],
])('%s is refused', async (_, wrong, errors) => {
  const sent = schedule([{ ...layer([api.ids.aidil]), ...wrong }]);
  const { status, body } = await api.call('POST', '/schedules', { schedule: sent });
  expect({ status, body }).toEqual({
    status: 400,
    body: { error: { message: 'Invalid Schedule', code: 3001, errors } },
  });
  expect(api.state.schedules).toEqual([]);
});

test.each([
  ['no name', { name: ' ' }, "Name can't be blank"],
  ['a zone that is none', { time_zone: 'Asia/Atlantis' }, 'Time zone is not a valid time zone'],
  ['an offset for a zone', { time_zone: '+08:00' }, 'Time zone is not a valid time zone'],
  ['a team that is none', { teams: [{ id: 'PNOTEAM' }] }, 'Team PNOTEAM does not exist'],
])('%s is refused', async (_, wrong, problem) => {
  const { status, body } = await api.call('POST', '/schedules', {
    schedule: schedule([layer([api.ids.aidil])], wrong),
  });
  expect({ status, errors: body['error']?.['errors'] }).toEqual({ status: 400, errors: [problem] });
});

test('a name that is taken is refused, except to its owner', async () => {
  const sent = { schedule: schedule([layer([api.ids.aidil])]) };
  const id = await api.made('/schedules', 'schedule', sent.schedule);
  expect(await api.call('POST', '/schedules', sent)).toMatchObject({
    status: 400,
    body: { error: { code: 2001, errors: ['Name has already been taken'] } },
  });
  expect((await api.call('PUT', `/schedules/${id}`, sent)).status).toBe(200);
});

test('a schedule that a policy uses cannot be deleted, in the words that the provider compares', async () => {
  const id = await api.made('/schedules', 'schedule', schedule([layer([api.ids.aidil])]));
  const target = { id, type: 'schedule_reference' };
  const policyId = await api.made('/escalation_policies', 'escalation_policy', policy([target]));
  expect((await api.call('DELETE', `/schedules/${id}`)).body['error']?.['errors']).toEqual([
    "Schedule can't be deleted if it's being used by escalation policies",
  ]);
  await api.call('DELETE', `/escalation_policies/${policyId}`);
  expect((await api.call('DELETE', `/schedules/${id}`)).status).toBe(204);
  expect((await api.call('GET', `/schedules/${id}`)).body).toEqual({
    error: { message: 'Not Found', code: 2100 },
  });
});

test.each([
  ['/schedules/ID', '0000-01-01', '2026-01-06'],
  ['/schedules/ID', '2026-01-05', '9999-12-31'],
  ['/schedules/ID/overrides', '2026-01-05', '2027-01-06T00:00:01Z'],
  ['/schedules/ID/users', '0000-01-01', '2026-01-06'],
  ['/oncalls', '0000-01-01', '2026-01-06'],
])('%s from %s until %s is more than a year, and refused', async (path, since, until) => {
  const id = await api.made('/schedules', 'schedule', schedule([layer([api.ids.aidil, api.ids.thiru])]));
  const at = (from: string, to: string) =>
    api.call('GET', `${path.replace('ID', id)}?since=${from}&until=${to}`);
  expect(await at(since, until)).toMatchObject({
    status: 400,
    body: { error: { errors: ['Time range is too long'] } },
  });
  expect((await at('2026-01-05', '2027-01-06')).status).toBe(200);
});
