import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { watchbill } from '../../cli/run';
import { emptyFolder } from './folder';
import { hoursFrom, pagedInAccount, pagedInStacks } from './paged';
import { type AccountSpec, call, madeAccount } from './pagerDutyAccount';

/** A Tuesday noon in London; the clocks change on 28 March 2027, beyond the horizon. */
const NOW = Temporal.Instant.from('2026-11-24T12:00:00Z');
const HORIZON_HOURS = 84 * 24 - 1;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ clock: () => NOW });
});
afterEach(() => sandbox.stop());

const init = (folder: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
  watchbill(['init', folder, '--from-pagerduty', ...args], { ...sandbox.env, ...env }, { now: () => NOW });
const data = (folder: string, name: string) => readFileSync(join(folder, 'data', name), 'utf8');

/** Two places, a ladder of three levels, hours, a change of order, and much that the data cannot say. */
const SPEC: AccountSpec = {
  users: [
    { name: 'Ada Love', timeZone: 'Europe/London', teams: ['Data Platform'] },
    { name: 'Grace Hop', timeZone: 'Europe/London', teams: ['Data Platform', 'Incident Crew'] },
    { name: 'Linus Tor', timeZone: 'Asia/Kuala_Lumpur', teams: ['Analytics'] },
    { name: 'Mary Som', timeZone: 'Asia/Kuala_Lumpur' },
    { name: 'Boss One' },
    { name: 'Cleo Pat' },
    { name: 'Never Paged' },
  ],
  schedules: [
    {
      name: 'Platform primary',
      timeZone: 'Europe/London',
      layers: [{ people: ['Ada Love', 'Grace Hop'], begins: '2026-11-03T10:30:00Z' }],
    },
    {
      name: 'Kuala Lumpur nights',
      timeZone: 'Asia/Kuala_Lumpur',
      layers: [
        {
          people: ['Linus Tor', 'Mary Som'],
          begins: '2026-11-23T01:00:00Z',
          turnSeconds: 86_400 * 3,
          restrictions: [1, 2, 3, 4, 5].map((day) => ({
            type: 'weekly_restriction',
            start_day_of_week: day,
            start_time_of_day: '21:00:00',
            duration_seconds: 36_000,
          })),
        },
      ],
    },
    {
      name: 'New order soon',
      timeZone: 'Europe/London',
      layers: [
        { people: ['Cleo Pat', 'Boss One'], begins: '2026-11-23T09:00:00Z', ends: '2026-12-07T09:00:00Z' },
        { people: ['Boss One'], begins: '2026-12-07T09:00:00Z' },
      ],
    },
    {
      name: 'Grace at once',
      timeZone: 'Europe/London',
      layers: [{ people: ['Cleo Pat', 'Grace Hop'], begins: '2026-11-23T09:00:00Z' }],
    },
    {
      name: 'Half days',
      timeZone: 'Etc/UTC',
      layers: [{ people: ['Ada Love', 'Mary Som'], begins: '2026-11-23T09:00:00Z', turnSeconds: 43_200 }],
    },
    {
      name: 'Day and night',
      timeZone: 'Etc/UTC',
      layers: [
        { people: ['Ada Love'], begins: '2026-11-23T09:00:00Z' },
        {
          people: ['Mary Som'],
          begins: '2026-11-23T09:00:00Z',
          restrictions: [
            { type: 'daily_restriction', start_time_of_day: '20:00:00', duration_seconds: 43_200 },
          ],
        },
      ],
    },
    {
      name: 'Unused',
      timeZone: 'Etc/UTC',
      layers: [{ people: ['Ada Love'], begins: '2026-11-23T09:00:00Z' }],
    },
  ],
  policies: [
    {
      name: 'Platform ladder',
      loops: 2,
      levels: [
        { targets: ['Platform primary'], minutes: 15 },
        { targets: ['Kuala Lumpur nights', 'Boss One'], minutes: 30 },
        { targets: ['New order soon'], minutes: 45 },
      ],
    },
    { name: 'Shared', levels: [{ targets: ['Platform primary'], minutes: 5 }] },
    {
      name: 'Twice Grace',
      levels: [
        { targets: ['Platform primary'], minutes: 5 },
        { targets: ['Grace at once'], minutes: 5 },
      ],
    },
    { name: 'By name', levels: [{ targets: ['Boss One'], minutes: 5 }] },
    { name: 'Halves', levels: [{ targets: ['Half days'], minutes: 5 }] },
    { name: 'Layered', levels: [{ targets: ['Day and night'], minutes: 5 }] },
  ],
  services: [
    { name: 'Orders', policy: 'Platform ladder' },
    { name: 'Payments', policy: 'Shared' },
    { name: 'Refunds', policy: 'Shared', more: { auto_resolve_timeout: 14_400 } },
    { name: 'Two duties', policy: 'Twice Grace' },
    { name: 'Boss only', policy: 'By name' },
    { name: 'Halved', policy: 'Halves' },
    { name: 'Layers', policy: 'Layered' },
    {
      name: 'Quiet',
      policy: 'Shared',
      more: { incident_urgency_rule: { type: 'constant', urgency: 'low' } },
    },
  ],
};

test('an account becomes data that pages the same people, hour by hour, and says what it left', async () => {
  await madeAccount(sandbox, SPEC);
  const schedule = sandbox.state.pagerduty.schedules.find(({ name }) => name === 'Platform primary');
  const boss = sandbox.state.pagerduty.users.find(({ name }) => name === 'Boss One');
  await call(sandbox, 'POST', `/schedules/${schedule?.id}/overrides`, {
    overrides: [
      {
        start: '2026-11-25T00:00:00Z',
        end: '2026-11-26T00:00:00Z',
        user: { id: boss?.id, type: 'user_reference' },
      },
    ],
  });
  const before = sandbox.calls.length;
  const folder = emptyFolder();
  const { code, out, err } = await init(folder, ['--name', 'Team']);
  expect([code, err]).toEqual([0, '']);
  expect(sandbox.calls.slice(before).filter(({ method, known }) => method !== 'GET' || !known)).toEqual([]);
  expect(data(folder, 'rotations.yaml')).toMatchSnapshot();
  expect(data(folder, 'pipelines.yaml')).toMatchSnapshot();
  expect(data(folder, 'organization.yaml')).toMatchSnapshot();
  const text = out.slice(out.indexOf('\nTaken over'));
  expect(text.replaceAll(folder, 'FOLDER')).toMatchSnapshot();
  expect(readFileSync(join(folder, 'FROM-PAGERDUTY.md'), 'utf8')).toMatchSnapshot();

  const stacks = synthesizedStacks({
    data: join(folder, 'data'),
    asOf: NOW.toString(),
    sandbox: sandbox.url,
  });
  // Whom the override puts on call is no matter of the layers.
  sandbox.state.pagerduty.overrides.length = 0;
  const hours = hoursFrom(NOW, HORIZON_HOURS);
  const account = pagedInAccount(sandbox, hours);
  const deployed = pagedInStacks(stacks, hours);
  expect([...deployed.keys()].sort()).toEqual(['Orders', 'Payments', 'Refunds']);
  for (const [name, paged] of deployed) expect(paged).toEqual(account.get(name));
  expect(pagedInStacks(stacks, hours, 'wall-clock')).toEqual(deployed);
});

describe('nothing is written', () => {
  const refused = async (faults: Parameters<typeof startSandbox>[0]) => {
    const other = await startSandbox({ clock: () => NOW, ...faults });
    try {
      const folder = join(emptyFolder(), 'new');
      const result = await watchbill(['init', folder, '--from-pagerduty'], other.env, { now: () => NOW });
      expect([result.out, existsSync(folder)]).toEqual(['', false]);
      return result;
    } finally {
      await other.stop();
    }
  };

  test.each([401, 403])('where the key may not read (%i)', async (status) => {
    const { code, err } = await refused({
      faults: ({ path }) => (path.endsWith('/schedules') ? { kind: 'status', status, body: {} } : undefined),
    });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /^INIT001: the key may not read: PagerDuty GET \/schedules: answered 40[13]: .*\n {2}nothing was written; set PAGERDUTY_TOKEN to a key that may read users, teams, /,
      ),
    ]);
  });

  test('where PagerDuty does not answer', async () => {
    const { code, err } = await refused({ faults: () => ({ kind: 'status', status: 404, body: {} }) });
    expect([code, err]).toEqual([1, expect.stringMatching(/^INIT002: PagerDuty GET /)]);
  });

  test('where the account is empty, or holds nothing that the data can say', async () => {
    const empty = await refused({});
    expect(empty).toMatchObject({
      code: 1,
      err: 'INIT003: the account has no service that the data can express\n  nothing was written; npx watchbill init asks for what it needs instead\nTo look a code up: watchbill explain INIT003\n',
    });
    const by = {
      users: [{ name: 'Boss' }],
      schedules: [],
      policies: [{ name: 'P', levels: [{ targets: ['Boss'], minutes: 5 }] }],
    };
    await madeAccount(sandbox, { ...by, services: [{ name: 'Only\u{202e} Boss', policy: 'P' }] });
    const folder = join(emptyFolder(), 'new');
    const { code, err } = await init(folder);
    expect([code, existsSync(folder)]).toEqual([1, false]);
    expect(err).toContain(
      'INIT003: the account has no service that the data can express\n  service "Only\\u{202e} Boss": ',
    );
  });

  test('where an answer is not understood', async () => {
    await madeAccount(sandbox, SPEC);
    const { state } = sandbox;
    Object.assign(state.pagerduty.schedules[0] ?? {}, { id: '' });
    const { code, err } = await init(join(emptyFolder(), 'new'));
    expect([code, err]).toEqual([1, expect.stringMatching(/^INIT00[24]: /)]);
  });

  test('without a key, or where options say what the account says', async () => {
    const without = await watchbill(['init', emptyFolder(), '--from-pagerduty'], { PAGERDUTY_TOKEN: '' });
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('not set: PAGERDUTY_TOKEN') });
    const both = await init(emptyFolder(), ['--person', 'Ada <a@b.example>', '--hand-off', 'monday 09:00']);
    expect(both).toMatchObject({
      code: 2,
      err: expect.stringContaining('--from-pagerduty and --person and --hand-off cannot be combined'),
    });
    expect(sandbox.calls).toEqual([]);
  });
});

test('somebody without an e-mail, and what hangs on them, is left and named', async () => {
  await madeAccount(sandbox, SPEC);
  const linus = sandbox.state.pagerduty.users.find(({ name }) => name === 'Linus Tor');
  Object.assign(linus ?? {}, { email: '' });
  const folder = emptyFolder();
  const { code, out } = await init(folder);
  expect(code).toBe(0);
  const said = out.replace(/\s+/g, ' ');
  expect(said).toContain('user "Linus Tor": no e-mail, which is the log-in that the data needs');
  expect(said).toContain('schedule "Kuala Lumpur nights": Linus Tor has no e-mail');
  expect(said).toContain('service "Orders": its schedule "Kuala Lumpur nights" is not taken over');
  expect(data(folder, 'organization.yaml')).not.toContain('Linus');
});

test('adopt takes over what was written, and the deploy will change nobody who is on call', async () => {
  await madeAccount(sandbox, SPEC);
  const folder = emptyFolder();
  const { out } = await init(folder, ['--name', 'Team']);
  const command = out.slice(out.indexOf('npx watchbill adopt')).replaceAll('\\\n', ' ').trim().split(/\s+/);
  const args = [
    ...command.slice(2),
    '--data',
    join(folder, 'data'),
    '--out',
    join(folder, 'imports.sandbox.json'),
  ];
  const adopted = await watchbill(
    [...args, '--json'],
    { ...sandbox.env, WATCHBILL_AS_OF: '' },
    { now: () => NOW },
  );
  expect(adopted).toMatchObject({ code: 0, err: '' });
  const { imports } = JSON.parse(adopted.out) as Adopted;
  const labels = (type: string) =>
    Object.fromEntries(
      imports
        .filter(({ address }) => address.startsWith(`${type}.`))
        .map(({ called, changes }) => [called, changes.map(({ label }) => label)]),
    );
  expect(labels('pagerduty_schedule')).toEqual({
    'Platform primary': ['description'],
    'Kuala Lumpur nights': ['description'],
    'New order soon': ['description'],
  });
  expect(labels('pagerduty_escalation_policy')['Platform ladder']?.slice(0, 2)).toEqual([
    'name',
    'description',
  ]);
  expect(
    imports.filter(({ address }) => address.startsWith('pagerduty_service.')).map(({ called }) => called),
  ).toEqual(['Orders', 'Payments', 'Refunds']);
});

interface Adopted {
  readonly imports: readonly {
    readonly address: string;
    readonly called: string;
    readonly changes: readonly { readonly label: string }[];
  }[];
}
