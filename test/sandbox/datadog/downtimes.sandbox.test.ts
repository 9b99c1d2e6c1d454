import { datadogAccount, refused } from './account';

const PAST = 'Downtime cannot be scheduled in the past';
const downtime = (attributes: object, id?: string) => ({
  data: { type: 'downtime', attributes, ...(id === undefined ? {} : { id }) },
});
const HELD = { monitor_identifier: { monitor_tags: ['pipeline:p'] }, scope: '*' };
const CHRISTMAS = { start: '2026-12-24T16:00:00Z', end: '2026-12-25T16:00:00Z' };
const NIGHT = {
  start: '2026-11-24T18:00:00',
  duration: '15h',
  rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH',
};
const NIGHTS = { timezone: 'Asia/Kuala_Lumpur', recurrences: [NIGHT] };
const nights = (change: object) => ({ ...NIGHTS, recurrences: [{ ...NIGHT, ...change }] });

async function made(schedule: object | null, more: object = {}) {
  const account = datadogAccount();
  const answer = await account.call('POST', '/v2/downtime', downtime({ ...HELD, schedule, ...more }));
  return { ...account, answer, path: `/v2/downtime/${account.datadog.downtimes[0]?.id}` };
}

test('a one-time downtime is answered with offsets and defaults', async () => {
  const { answer, call, path } = await made(CHRISTMAS, { display_timezone: '' });
  const attributes = {
    ...HELD,
    display_timezone: 'UTC',
    message: null,
    mute_first_recovery_notification: false,
    notify_end_states: ['alert', 'no data', 'warn'],
    notify_end_types: ['expired'],
    schedule: { start: '2026-12-24T16:00:00+00:00', end: '2026-12-25T16:00:00+00:00' },
    created: '2026-11-23T02:00:00.000000+00:00',
    modified: '2026-11-23T02:00:00.000000+00:00',
    canceled: null,
    status: 'scheduled',
  };
  expect(answer).toMatchObject({ status: 200, body: { data: { type: 'downtime', attributes } } });
  expect(await call('GET', path)).toMatchObject({ status: 200, body: { data: { attributes } } });
});

test('a recurring downtime is answered as it was sent, with its next window', async () => {
  const { answer } = await made(NIGHTS, { notify_end_states: [], notify_end_types: [] });
  expect(answer).toMatchObject({
    body: {
      data: {
        attributes: {
          schedule: {
            ...NIGHTS,
            current_downtime: { start: '2026-11-24T10:00:00+00:00', end: '2026-11-25T01:00:00+00:00' },
          },
          notify_end_states: [],
          notify_end_types: [],
          status: 'scheduled',
        },
      },
    },
  });
});

test('without a beginning it begins now', async () => {
  const oneTime = await made(null);
  expect(oneTime.answer).toMatchObject({
    body: {
      data: {
        attributes: { status: 'active', schedule: { start: '2026-11-23T02:00:00.000000+00:00', end: null } },
      },
    },
  });
  const recurring = await made(nights({ start: null }));
  expect(recurring.datadog.downtimes[0]?.schedule).toMatchObject({
    recurrences: [{ start: '2026-11-23T10:00:00' }],
  });
});

const refusals: [string, object, object, string][] = [
  ['a beginning in the past', { ...CHRISTMAS, start: '2026-11-23T01:59:59Z' }, {}, PAST],
  ['an end in the past', { end: '2026-11-23T02:00:00Z' }, {}, PAST],
  [
    'an end before the beginning',
    { start: CHRISTMAS.end, end: CHRISTMAS.start },
    {},
    'Downtime end must be after its start',
  ],
  ['a recurrence that began', nights({ start: '2026-11-23T09:59:59' }), {}, PAST],
  [
    'six recurrences',
    { ...NIGHTS, recurrences: Array(6).fill(NIGHT) },
    {},
    'A downtime has 1 to 5 recurrences, not 6',
  ],
  ['no recurrence', { ...NIGHTS, recurrences: [] }, {}, 'A downtime has 1 to 5 recurrences, not 0'],
  ['a duration of two units', nights({ duration: '2d15h' }), {}, 'Invalid duration: 2d15h'],
  ['a rule that is none', nights({ rrule: 'weekly' }), {}, "Invalid recurrence rule 'weekly': 'weekly'"],
  [
    'a beginning with an offset',
    nights({ start: '2026-11-24T18:00:00Z' }),
    {},
    'Invalid start: 2026-11-24T18:00:00Z',
  ],
  ['an unknown zone', { ...NIGHTS, timezone: 'Asia/Kuala' }, {}, 'Invalid timezone: Asia/Kuala'],
  ['an unknown zone to show', NIGHTS, { display_timezone: 'KL' }, 'Invalid display_timezone: KL'],
  ['a scope without a key', NIGHTS, { scope: 'production' }, 'All values must have a key'],
  [
    'an unknown field',
    NIGHTS,
    { timezone: 'UTC' },
    "Additional properties are not allowed ('timezone' was unexpected)",
  ],
];

test.each(refusals)('%s is refused', async (_, schedule, more, error) => {
  const { answer, datadog } = await made(schedule, more);
  expect(answer).toEqual(refused(400, error));
  expect(datadog.downtimes).toEqual([]);
});

test.each(['*', 'env:prod', 'env:(a OR b) AND team:x', 'env:prod,host:h', 'NOT env:prod'])(
  'the scope %s is taken',
  async (scope) => {
    expect((await made(NIGHTS, { scope })).answer.status).toBe(200);
  },
);

test('the same downtime is not made twice, unless the first one was canceled', async () => {
  const { call, path, datadog } = await made(CHRISTMAS, { message: 'one' });
  const again = downtime({ ...HELD, schedule: CHRISTMAS, message: 'two' });
  const id = datadog.downtimes[0]?.id;
  const error = `The downtime being created is a duplicate of one or more existing downtimes: ['${id}']`;
  expect(await call('POST', '/v2/downtime', again)).toEqual(refused(400, error));
  await call('DELETE', path);
  expect((await call('POST', '/v2/downtime', again)).status).toBe(200);
});

test('a change keeps what is left out, and the beginning that was', async () => {
  const { call, path, clock, datadog } = await made(NIGHTS);
  const id = datadog.downtimes[0]?.id ?? '';
  clock.now = clock.now.add({ hours: 48 });
  const attributes = { message: 'new', schedule: nights({ duration: '14h' }) };
  const changed = await call('PATCH', path, downtime(attributes, id));
  expect(changed).toMatchObject({ status: 200, body: { data: { attributes: { ...HELD, message: 'new' } } } });
  const moved = downtime({ schedule: nights({ start: '2026-11-24T19:00:00' }) }, id);
  expect(await call('PATCH', path, moved)).toEqual(refused(400, PAST));
});

test('a canceled downtime is remembered for two days', async () => {
  const { call, path, clock, datadog } = await made(CHRISTMAS);
  expect((await call('DELETE', path)).status).toBe(204);
  expect(await call('GET', path)).toMatchObject({ body: { data: { attributes: { status: 'canceled' } } } });
  const id = datadog.downtimes[0]?.id;
  expect(await call('DELETE', path)).toEqual(refused(404, `Downtime ${id} not found`));
  clock.now = clock.now.add({ hours: 48 });
  expect(await call('GET', path)).toEqual(refused(404, 'Downtime not found'));
});

test('a one-time downtime goes from scheduled to active to ended', async () => {
  const { call, path, clock } = await made({ start: '2026-11-23T03:00:00Z', end: '2026-11-23T04:00:00Z' });
  const statusAfter = async (minutes: number) => {
    clock.now = clock.now.add({ minutes });
    const { body } = await call('GET', path);
    return (body as { data: { attributes: { status: string } } }).data.attributes.status;
  };
  expect([await statusAfter(59), await statusAfter(1), await statusAfter(59), await statusAfter(1)]).toEqual([
    'scheduled',
    'active',
    'active',
    'ended',
  ]);
});

test('the list is of all, or of the active ones', async () => {
  const { call } = await made(CHRISTMAS);
  await call('POST', '/v2/downtime', downtime({ ...HELD, schedule: null }));
  const count = async (query: string) =>
    ((await call('GET', `/v2/downtime?${query}`)).body as { data: unknown[] }).data.length;
  expect([await count(''), await count('current_only=true'), await count('page%5Boffset%5D=1')]).toEqual([
    2, 1, 1,
  ]);
});
