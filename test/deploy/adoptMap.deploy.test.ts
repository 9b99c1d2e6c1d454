import { readFileSync } from 'node:fs';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Adoption } from './adoption';
import { handOff, xyzTech } from './team';

jest.setTimeout(300_000);

const GROWTH = 'Aggregate growth for investors';
/** Under these names a team has made what the data calls otherwise. */
const OLD = { schedule: 'Data on-call (old)', service: 'Growth numbers', monitor: 'Growth takes "long"' };
/** The data's order of growth, counted from Monday 5 January 2026, 09:00 in Kuala Lumpur. */
const ORDER = ['Spencer', 'Choo', 'Aidil', 'Thiru'];
const HOUR = 3_600_000;

interface Made {
  readonly id: string;
}

/** The same people in the same turns as in the data; nothing else is as the data has it. */
async function madeByHand(account: Adoption) {
  const made = async (path: string, key: string, body: object) =>
    ((await account.call('POST', `/pagerduty${path}`, { [key]: body })) as Record<string, Made>)[key]?.id ??
    '';
  const user = (name: string) => account.sandbox.state.pagerduty.users.find((each) => each.name === name)?.id;
  const schedule = await made('/schedules', 'schedule', {
    name: OLD.schedule,
    time_zone: 'Asia/Kuala_Lumpur',
    schedule_layers: [
      {
        name: 'Layer 1',
        start: '2026-01-05T01:00:00Z',
        rotation_virtual_start: '2026-01-05T01:00:00Z',
        rotation_turn_length_seconds: 604_800,
        users: ORDER.map((name) => ({ user: { id: user(name), type: 'user_reference' } })),
      },
    ],
  });
  const policy = await made('/escalation_policies', 'escalation_policy', {
    name: 'Growth escalation',
    escalation_rules: [
      { escalation_delay_in_minutes: 5, targets: [{ id: schedule, type: 'schedule_reference' }] },
    ],
  });
  const service = await made('/services', 'service', {
    name: OLD.service,
    escalation_policy: { id: policy, type: 'escalation_policy_reference' },
  });
  const monitor = (await account.call('POST', '/api/v1/monitor', {
    type: 'query alert',
    name: OLD.monitor,
    message: 'by hand',
    query: 'max(last_5m):max:a.b{*} > 5',
    tags: [],
    options: { thresholds: { critical: 5 } },
  })) as { readonly id: number };
  return { schedule, policy, service, monitor: String(monitor.id) };
}

suiteUnless(whyNoTerraform(), 'a team whose objects have other names', () => {
  let account: Adoption;
  let ids: Awaited<ReturnType<typeof madeByHand>>;
  let announced: readonly string[];
  const maps = () =>
    [
      `growth=${OLD.schedule}`,
      `pagerduty_escalation_policy.aggregate-growth=${ids.policy}`,
      `pagerduty_service.aggregate-growth=${OLD.service}`,
      `aggregate-growth__runs-too-long=${OLD.monitor}`,
    ].flatMap((map) => ['--map', map]);

  /** Who is on call in the schedule, hour by hour, from the next hand-off on for eight weeks. */
  async function hours(): Promise<readonly (string | undefined)[]> {
    const from = handOff(0).toInstant();
    const until = from.add({ hours: 8 * 7 * 24 });
    const { schedule } = (await account.call(
      'GET',
      `/pagerduty/schedules/${ids.schedule}?since=${from}&until=${until}`,
    )) as Rendered;
    const entries = schedule.final_schedule.rendered_schedule_entries;
    const at = (instant: number) =>
      entries.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end))?.user
        .summary;
    return Array.from({ length: 8 * 7 * 24 }, (_, hour) => at(from.epochMilliseconds + hour * HOUR));
  }

  beforeAll(async () => {
    account = await Adoption.of(xyzTech());
    ids = await madeByHand(account);
  });
  afterAll(() => account?.close());

  test('says what will be overwritten: names, levels and the query, and nobody who is on call', async () => {
    const { code, out, err } = await account.adopt(...maps());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`pagerduty_schedule.growth
  ${ids.schedule}, called ${OLD.schedule}, by --map
    name: "${OLD.schedule}" -> "Investor growth"
    description
      - nothing
      + "Rotation growth. Managed by Watchbill: change the data, not this."
`);
    expect(out).toContain('    query\n      - max(last_5m):max:a.b{*} > 5\n');
    expect(out).not.toContain('more change');
    const { imports } = JSON.parse((await account.adopt(...maps(), '--json')).out) as {
      imports: { address: string; changes: unknown[] }[];
    };
    announced = imports.filter(({ changes }) => changes.length > 0).map(({ address }) => address);
    expect(JSON.parse(readFileSync(account.imports, 'utf8'))).toEqual({
      'on-call': {
        'pagerduty_escalation_policy.aggregate-growth': ids.policy,
        'pagerduty_schedule.growth': ids.schedule,
        'pagerduty_service.aggregate-growth': ids.service,
      },
      monitors: { 'datadog_monitor.aggregate-growth__runs-too-long': ids.monitor },
    });
  });

  test('the plan changes only what was shown, and the deploy nobody who is on call', async () => {
    const before = await hours();
    expect(before.slice(0, 9)).toEqual(Array(9).fill(before[0]));
    expect(new Set(before)).toEqual(new Set(ORDER));
    account.synthesize();
    const planned: string[] = [];
    for (const stack of ['on-call', 'monitors'] as const) {
      for (const { address, actions } of await account.terraform(stack).changes()) {
        if (!actions.includes('create')) planned.push(`${address} ${actions}`);
      }
    }
    expect(planned.sort()).toEqual(announced.map((address) => `${address} update`).sort());
    const { said, again } = await account.deploy();
    expect(again).toBe('');
    expect(said.match(/\d+ imported/g)).toEqual(['3 imported', '1 imported']);
    expect(await hours()).toEqual(before);
    expect(account.empty).toEqual([]);
  });

  test('each object is there once, under its new name', () => {
    const { pagerduty, datadog } = account.sandbox.state;
    const named = (objects: readonly { id: unknown; name: string }[], name: string) =>
      objects.filter((each) => each.name === name).map(({ id }) => String(id));
    expect(named(pagerduty.schedules, 'Investor growth')).toEqual([ids.schedule]);
    expect(named(pagerduty.escalationPolicies, GROWTH)).toEqual([ids.policy]);
    expect(named(pagerduty.services, GROWTH)).toEqual([ids.service]);
    expect(named(datadog.monitors, `${GROWTH}: Runs too long`)).toEqual([ids.monitor]);
    const old = [...Object.values(OLD), 'Growth escalation'];
    const all = [
      ...pagerduty.schedules,
      ...pagerduty.escalationPolicies,
      ...pagerduty.services,
      ...datadog.monitors,
    ];
    expect(all.filter(({ name }) => old.includes(name))).toEqual([]);
  });

  test('a later adopt, without maps, finds all of it as it is', async () => {
    const { code, out } = await account.adopt();
    expect([code, out]).toEqual([0, expect.stringMatching(/written: (\d+) of \1 objects/)]);
    expect(out).not.toContain('as the file had it');
  });
});

interface Rendered {
  readonly schedule: {
    readonly final_schedule: {
      readonly rendered_schedule_entries: readonly {
        start: string;
        end: string;
        user: { summary: string };
      }[];
    };
  };
}
