import { Temporal } from 'temporal-polyfill';
import {
  type Deployment,
  type HandleServices,
  readAccount,
  readApi,
  type Wanted,
} from '../../../src/deployment';
import { Account, MADE, WANTED } from './account';

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.sandbox.stop());

const handles = (): HandleServices => new Map([['profit', account.ids['service'] ?? null]]);
const read = (wanted: Wanted = WANTED): Promise<Deployment> => readApi(account, wanted, handles());
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name);

test('an account, with API ids for keys, log-ins for users, and the last layer last', async () => {
  const { ids } = account;
  expect(plain(await read())).toEqual({
    schedules: [
      {
        key: ids['schedule'],
        name: 'Growth',
        timeZone: 'Asia/Kuala_Lumpur',
        layers: [
          {
            name: 'Base',
            start: MADE.toString(),
            rotationVirtualStart: '2026-01-05T01:00:00Z',
            turnLength: 'PT604800S',
            users: ['aidil@xyz.example', 'thiru@xyz.example'],
            restrictions: [],
          },
          {
            name: 'Cover',
            start: '2026-12-07T01:00:00Z',
            end: '2026-12-11T16:00:00Z',
            rotationVirtualStart: '2026-01-05T01:00:00Z',
            turnLength: 'PT604800S',
            users: ['thiru@xyz.example'],
            restrictions: [{ kind: 'daily', from: '22:00:00', duration: 'PT36000S' }],
          },
        ],
      },
    ],
    escalationPolicies: [
      {
        key: ids['policy'],
        name: 'Profit',
        repeat: 2,
        rules: [
          { delayMinutes: 15, targets: [{ kind: 'user', email: 'desk@xyz.example' }] },
          { delayMinutes: 15, targets: [{ kind: 'schedule', schedule: ids['schedule'] }] },
        ],
      },
    ],
    services: [
      {
        key: ids['service'],
        name: 'Profit',
        escalationPolicy: ids['policy'],
        acknowledgementTimeout: 'PT1800S',
        urgency: 'high',
      },
    ],
    handles: [{ name: 'profit', service: ids['service'] }],
    monitors: [
      {
        key: ids['monitor'],
        name: 'Late',
        type: 'query alert',
        query: 'min(last_5m):max:pipeline.lag{pipeline:profit} > 7200',
        thresholds: { critical: 7200 },
        message: 'Late.\n@pagerduty-profit ${not a template}',
        tags: ['managed-by:watchbill', 'pipeline:profit'],
        options: { requireFullWindow: false, onMissingData: 'show_and_notify_no_data', timeoutHours: 24 },
      },
    ],
    downtimes: [
      {
        key: ids['downtime'],
        scope: '*',
        monitors: { tags: ['managed-by:watchbill', 'pipeline:profit'] },
        time: {
          kind: 'recurring',
          timeZone: 'Asia/Kuala_Lumpur',
          recurrences: [
            { start: '2026-11-25T18:00:00', duration: 'PT15H', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU' },
          ],
        },
        notifyEndStates: ['alert', 'no data', 'warn'],
        notifyEndTypes: ['expired'],
      },
    ],
  });
});

test("what is another team's is left out", async () => {
  const schedule = await account.schedule('Theirs', account.layer('Base', ['Aidil']));
  await account.policy('Theirs', { id: schedule, type: 'schedule_reference' });
  await account.monitor('Theirs', ['team:theirs']);
  await account.downtime({ monitor_tags: ['team:theirs'] }, { end: '2026-12-01T00:00:00Z' });
  const { schedules, escalationPolicies, monitors, downtimes } = await read();
  expect([names(schedules), names(escalationPolicies), names(monitors)]).toEqual([
    ['Growth'],
    ['Profit'],
    ['Late'],
  ]);
  expect(downtimes).toHaveLength(1);
});

test('a policy that our service uses, and what that targets, are read under any name', async () => {
  const schedule = await account.schedule('Elsewhere', account.layer('Base', ['Thiru']));
  const policy = await account.policy('By hand', { id: schedule, type: 'schedule_reference' });
  const path = `/services/${account.ids['service']}`;
  const { service } = (await account.pagerDuty.get(path)) as { service: object };
  const escalation_policy = { id: policy, type: 'escalation_policy_reference' };
  await account.pagerDuty.put(path, { service: { ...service, escalation_policy } });
  const { schedules, escalationPolicies, services } = await read({ ...WANTED, schedules: [] });
  expect(services[0]?.escalationPolicy).toBe(policy);
  expect(names(escalationPolicies)).toEqual(['Profit', 'By hand']);
  expect(names(schedules)).toEqual(['Growth', 'Elsewhere']);
});

test('our description and the name of a monitor are enough', async () => {
  const [schedule] = account.sandbox.state.pagerduty.schedules;
  const [monitor] = account.sandbox.state.datadog.monitors;
  Object.assign(schedule ?? {}, { name: 'Renamed', description: 'Rotation growth. Managed by Watchbill: …' });
  Object.assign(monitor ?? {}, { tags: [] });
  account.sandbox.state.pagerduty.escalationPolicies[0]?.rules.pop();
  const { schedules, monitors } = await read();
  expect([names(schedules), names(monitors)]).toEqual([['Renamed'], ['Late']]);
});

test('a layer that was removed before it began is none', async () => {
  const cover = account.sandbox.state.pagerduty.schedules[0]?.layers[1];
  Object.assign(cover ?? {}, { end: MADE.toString() });
  const { schedules } = await read();
  expect(schedules[0]?.layers.map(({ name }) => name)).toEqual(['Base']);
});

test('every downtime that silences a monitor of ours is read, until it is canceled or over', async () => {
  const end = '2026-12-01T00:00:00Z';
  const mute = await account.downtime({ monitor_id: Number(account.ids['monitor']) }, { end });
  await account.downtime({ monitor_tags: ['*'] }, { end });
  const canceled = await account.downtime({ monitor_tags: ['pipeline:profit'] }, { end });
  await account.datadog.delete(`/api/v2/downtime/${canceled}`);
  const { deployment, canceled: withdrawn } = await readAccount(account, WANTED, handles());
  expect(deployment.downtimes.map(({ monitors }) => monitors)).toEqual([
    { tags: ['managed-by:watchbill', 'pipeline:profit'] },
    { monitor: account.ids['monitor'] },
    { tags: ['*'] },
  ]);
  expect(deployment.downtimes[1]).toMatchObject({
    key: mute,
    time: { kind: 'once', from: MADE, until: Temporal.Instant.from(end) },
  });
  expect(withdrawn.map(({ key }) => key)).toEqual([canceled]);
});

test('a hundred and one schedules are two pages', async () => {
  for (let number = 0; number < 101; number += 1) {
    await account.schedule(`Theirs ${number}`, account.layer('Base', ['Aidil']));
  }
  await account.schedule('Last', account.layer('Base', ['Aidil']));
  expect(names((await read({ ...WANTED, schedules: ['Last'] })).schedules)).toEqual(['Growth', 'Last']);
});

test('a handle of which nobody says where it leads is an error; one that is not there is not', async () => {
  await expect(readApi(account, WANTED, new Map())).rejects.toThrow(
    '@pagerduty-profit: Datadog does not say which service it reaches',
  );
  await expect(readApi(account, WANTED, new Map([['profit', null]]))).rejects.toThrow(
    '@pagerduty-profit service_key: no PagerDuty service has this integration key',
  );
});
