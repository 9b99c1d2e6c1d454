import { VendorError } from '../../../../src/vendors';
import { importIds, problems, surveyed } from './accounts';

describe('monitors', () => {
  const own = ['alert:lag', 'managed-by:watchbill', 'pipeline:x', 'team:ba'];
  const resource = { datadog_monitor: { x__lag: { name: 'X: Lag', type: 'query alert', tags: own } } };
  const monitor = (id: number, more: object = {}) => ({
    id,
    name: 'X: Lag',
    type: 'query alert',
    tags: [],
    ...more,
  });
  const look = (...monitors: object[]) => surveyed(resource, { monitors });

  test('a namesake is adopted; a part of the name is none', async () => {
    const result = await look(monitor(1, { name: 'X: Lag (old)' }), monitor(2, { type: 'metric alert' }));
    expect(importIds(result)).toEqual({ 'datadog_monitor.x__lag': '2' });
  });

  test('our own is preferred over namesakes, whatever other tags it has', async () => {
    const result = await look(
      monitor(1),
      monitor(2, { tags: [...own.slice(0, 3), 'team:other'] }),
      monitor(3),
    );
    expect(importIds(result)).toEqual({ 'datadog_monitor.x__lag': '2' });
  });

  test('two namesakes, and two of our own, are undecided', async () => {
    expect(problems(await look(monitor(1), monitor(2)))).toEqual({
      'datadog_monitor.x__lag': '2 objects match: 1, 2 ("X: Lag")',
    });
    expect(problems(await look(monitor(1), monitor(2, { tags: own }), monitor(3, { tags: own })))).toEqual({
      'datadog_monitor.x__lag': '2 objects match: 2, 3 ("X: Lag")',
    });
  });

  test('one of another name is taken over by saying which; one that Watchbill deployed elsewhere is not', async () => {
    const old = monitor(7, { name: 'Lag of X' });
    const choose = (object: string, ...monitors: object[]) =>
      surveyed(resource, { monitors }, {}, new Map([['datadog_monitor.x__lag', { object, by: '--map' }]]));
    expect(await choose('Lag of X', old)).toMatchObject({
      found: [
        {
          importId: '7',
          by: '--map',
          changes: [{ label: 'name', found: '"Lag of X"', expected: '"X: Lag"' }],
        },
      ],
    });
    expect(problems(await choose('7', old, monitor(8)))['datadog_monitor.x__lag']).toMatch(
      /^ADOP007: .* 8 is called/,
    );
    const other = monitor(7, { name: 'Y', tags: ['managed-by:watchbill', 'pipeline:y', 'alert:lag'] });
    expect(problems(await choose('7', other))['datadog_monitor.x__lag']).toContain('pipeline:y, alert:lag');
  });

  test("another pipeline's is not taken from it, and a type that cannot be changed is not either", async () => {
    const other = monitor(1, { tags: ['managed-by:watchbill', 'pipeline:y', 'alert:lag'] });
    expect(problems(await look(other))['datadog_monitor.x__lag']).toContain('pipeline:y, alert:lag');
    expect(problems(await look(monitor(1, { type: 'log alert' })))['datadog_monitor.x__lag']).toContain(
      'but is a log alert, which Datadog cannot change into a query alert',
    );
  });
});

describe('downtimes', () => {
  const common = { monitor_identifier: { monitor_tags: ['a', 'b'] }, scope: '*' };
  const weekly = { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO', duration: '15h' };
  const friday = { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR', duration: '63h' };
  const recurring = {
    timezone: 'Asia/Kuala_Lumpur',
    recurrence: [{ ...weekly, start: '2026-11-24T18:00:00' }, friday],
  };
  const resources = {
    datadog_downtime_schedule: {
      x: { ...common, recurring_schedule: recurring },
      x__day: {
        ...common,
        one_time_schedule: { start: '2026-12-24T16:00:00Z', end: '2026-12-25T16:00:00Z' },
      },
    },
  };
  const schedule = {
    timezone: 'Asia/Kuala_Lumpur',
    recurrences: [friday, { ...weekly, start: '2026-01-05T18:00:00' }],
  };
  const day = { start: '2026-12-25T02:00:00+00:00', end: '2026-12-25T16:00:00+00:00' };
  const downtime = (id: string, attributes: object) => ({
    id,
    attributes: {
      ...common,
      monitor_identifier: { monitor_tags: ['b', 'a'] },
      status: 'scheduled',
      ...attributes,
    },
  });

  test('are the same by what they hold and when, whenever they began', async () => {
    const result = await surveyed(resources, {
      downtimes: [downtime('D1', { schedule, status: 'active' }), downtime('D2', { schedule: day })],
    });
    expect(importIds(result)).toEqual({
      'datadog_downtime_schedule.x': 'D1',
      'datadog_downtime_schedule.x__day': 'D2',
    });
  });

  test.each([
    ['canceled', { schedule, status: 'canceled' }],
    ['ended', { schedule: day, status: 'ended' }],
    ['of other hours', { schedule: { ...schedule, recurrences: [weekly] } }],
    ['of another zone', { schedule: { ...schedule, timezone: 'Asia/Tokyo' } }],
    ['of another day', { schedule: { ...day, end: '2026-12-26T16:00:00+00:00' } }],
    ['without an end', { schedule: { ...day, end: null } }],
    ['of other monitors', { schedule, monitor_identifier: { monitor_tags: ['a'] } }],
    ['of one monitor', { schedule, monitor_identifier: { monitor_id: 1 } }],
    ['of another scope', { schedule, scope: 'env:dev' }],
  ])('one that is %s is another', async (_, attributes) => {
    expect(await surveyed(resources, { downtimes: [downtime('D1', attributes)] })).toMatchObject({
      found: [],
      undecided: [],
    });
  });

  test('a bridge is found by its end, whenever it began', async () => {
    const bridge = { one_time_schedule: { end: '2026-11-30T01:00:00Z' } };
    const same = { scope: '*', monitor_identifier: { monitor_tags: ['pipeline:x'] }, ...bridge };
    const result = await surveyed(
      { datadog_downtime_schedule: { 'x__until-2026-11-30-0900': same } },
      {
        downtimes: [
          downtime('D1', {
            scope: '*',
            monitor_identifier: { monitor_tags: ['pipeline:x'] },
            schedule: { start: '2026-11-27T12:00:00+00:00', end: '2026-11-30T01:00:00+00:00' },
          }),
        ],
      },
    );
    expect(importIds(result)).toEqual({ 'datadog_downtime_schedule.x__until-2026-11-30-0900': 'D1' });
  });

  test('two that do the same are named', async () => {
    const downtimes = [downtime('D1', { schedule, message: 'held' }), downtime('D2', { schedule })];
    expect(problems(await surveyed(resources, { downtimes }))).toEqual({
      'datadog_downtime_schedule.x': '2 objects match: D1, D2 ("held")',
    });
  });
});

describe('teams', () => {
  const resource = { datadog_team: { ba: { handle: 'ba', name: 'Analytics' } } };
  const team = (handle: string, name: string) => ({ id: `T-${handle}`, attributes: { handle, name } });

  test('are the same by their handle', async () => {
    const teams = [team('bax', 'Others'), team('ba', 'Numbers')];
    expect(importIds(await surveyed(resource, { teams }))).toEqual({ 'datadog_team.ba': 'T-ba' });
  });

  test('one of the same name with another handle is undecided', async () => {
    const result = await surveyed(resource, { teams: [team('analytics', 'Analytics')] });
    expect(problems(result)['datadog_team.ba']).toContain('but the handle analytics instead of ba');
  });
});

test('a Software Catalog entry and a handle are found by their names', async () => {
  const resources = {
    datadog_software_catalog: { x: { entity: 'apiVersion: v3\nkind: service\nmetadata:\n    name: x\n' } },
    datadog_integration_pagerduty_service_object: { x: { service_name: 'x' } },
    terraform_data: { x: {} },
  };
  const datadog = {
    '/api/v2/catalog/entity': { data: [{ attributes: { displayName: 'X' } }] },
    '/api/v1/integration/pagerduty/configuration/services/x': { service_name: 'x' },
  };
  const result = await surveyed(resources, { datadog });
  expect(importIds(result)).toEqual({
    'datadog_software_catalog.x': 'service:default/x',
    'datadog_integration_pagerduty_service_object.x': 'x',
  });
  expect(result.objects).toBe(2);
});

test('only a 404 means that there is no handle', async () => {
  const resources = { datadog_integration_pagerduty_service_object: { x: { service_name: 'x' } } };
  const refused = (status: number) => {
    const datadog = {};
    Object.defineProperty(datadog, '/api/v1/integration/pagerduty/configuration/services/x', {
      get: () => {
        throw new VendorError('Datadog', 'GET', status, '');
      },
    });
    return surveyed(resources, { datadog });
  };
  expect((await refused(404)).found).toEqual([]);
  await expect(refused(403)).rejects.toThrow(VendorError);
});

test('no object is adopted by two addresses', async () => {
  const same = { name: 'X: Lag', type: 'query alert', tags: [] };
  const result = await surveyed(
    { datadog_monitor: { a: same, b: same } },
    { monitors: [{ id: 1, name: 'X: Lag', type: 'query alert' }] },
  );
  expect(problems(result)).toEqual({ 'datadog_monitor.b': '1 also matches datadog_monitor.a' });
});
