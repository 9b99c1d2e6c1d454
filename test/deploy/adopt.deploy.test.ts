import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { plannedRosters } from '../../src/roster';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { Adoption } from './adoption';
import { catalogOf, edited, handOff, TODAY, xyzTech } from './team';

jest.setTimeout(300_000);

const missing = whyNoTerraform();
const GROWTH = 'Aggregate growth for investors';
const TOO_LONG = `${GROWTH}: Runs too long`;

/** XYZ Tech with a leave, so that there are covers beside the rotation. */
const FILES = edited(xyzTech(), 'leave.yaml', () => {
  const day = handOff(2).add({ days: 1 }).toPlainDate();
  return `- { person: aidil, from: ${day}, until: ${day.add({ days: 20 })} }\n`;
});

interface Made {
  readonly id: string;
}

/** What a team made by hand before it knew of us; ids by what they are. */
async function madeByHand(account: Adoption) {
  const { users } = account.sandbox.state.pagerduty;
  const user = (name: string) => String(users.find((each) => each.name === name)?.id);
  const made = async (path: string, key: string, body: object) =>
    ((await account.call('POST', `/pagerduty${path}`, { [key]: body })) as Record<string, Made>)[key]?.id ??
    '';
  const layer = (name: string, start: string, names: readonly string[], more: object = {}) => ({
    name,
    start,
    rotation_virtual_start: start,
    rotation_turn_length_seconds: 86_400,
    users: names.map((each) => ({ user: { id: user(each), type: 'user_reference' } })),
    ...more,
  });
  const begin = TODAY.subtract({ days: 1 }).toInstant().toString();
  const nights = {
    restrictions: [{ type: 'daily_restriction', start_time_of_day: '20:00:00', duration_seconds: 43_200 }],
  };
  const team = await made('/teams', 'team', { name: 'Data Engineering', description: 'ours' });
  await account.call('PUT', `/pagerduty/teams/${team}/users/${user('Aidil')}`, { role: 'manager' });
  const schedule = await made('/schedules', 'schedule', {
    name: 'Investor growth',
    time_zone: 'Etc/UTC',
    schedule_layers: [
      layer('everybody', begin, ['Thiru', 'Choo']),
      layer('nights', begin, ['Spencer'], nights),
      layer('weekends', begin, ['Choo'], nights),
      layer('another', begin, ['Thiru'], nights),
      layer('for later', handOff(1).toInstant().toString(), ['Thiru']),
      layer('last', begin, ['Thiru'], nights),
    ],
  });
  const policy = await made('/escalation_policies', 'escalation_policy', {
    name: GROWTH,
    escalation_rules: [
      { escalation_delay_in_minutes: 5, targets: [{ id: schedule, type: 'schedule_reference' }] },
    ],
  });
  const service = await made('/services', 'service', {
    // PagerDuty would refuse ours as a duplicate of it.
    name: GROWTH.toUpperCase(),
    escalation_policy: { id: policy, type: 'escalation_policy_reference' },
  });
  const integration = await made(`/services/${service}/integrations`, 'integration', {
    name: 'Datadog',
    vendor: { id: 'PC7D8DD', type: 'vendor_reference' },
  });
  const monitor = (name: string, above: number, tags: readonly string[] = []) =>
    account.call('POST', '/api/v1/monitor', {
      type: 'query alert',
      name,
      message: 'by hand',
      query: `max(last_5m):max:a.b{*} > ${above}`,
      tags,
      options: { thresholds: { critical: above } },
    }) as Promise<{ id: number }>;
  const { id: tooLong } = await monitor(TOO_LONG, 5);
  // A namesake of somebody else beside one of ours, whose answer was lost.
  const lag = 'Aggregate engagement for investors: Data lag';
  await monitor(lag, 6);
  const ours = ['managed-by:watchbill', 'pipeline:aggregate-engagement', 'alert:data-lag'];
  const { id: dataLag } = await monitor(lag, 7, ours);
  const handle = (await account.call('POST', '/api/v2/team', {
    data: { type: 'team', attributes: { handle: 'de', name: 'Data engineers' } },
  })) as { data: Made };
  return {
    team,
    aidil: user('Aidil'),
    schedule,
    policy,
    service,
    integration,
    tooLong,
    dataLag,
    handle: handle.data.id,
  };
}

suiteUnless(missing, 'a team that has schedules and monitors already', () => {
  let account: Adoption;
  let ids: Awaited<ReturnType<typeof madeByHand>>;

  beforeAll(async () => {
    account = await Adoption.of(FILES);
    ids = await madeByHand(account);
  });
  afterAll(() => account?.close());

  test('adopts what it has, the same on a second run', async () => {
    const { code, out, err } = await account.adopt();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('written: 9 of ');
    const file = readFileSync(account.imports, 'utf8');
    expect(JSON.parse(file)).toEqual({
      'on-call': {
        'pagerduty_escalation_policy.aggregate-growth': ids.policy,
        'pagerduty_schedule.growth': ids.schedule,
        'pagerduty_service.aggregate-growth': ids.service,
        'pagerduty_service_integration.aggregate-growth': `${ids.service}.${ids.integration}`,
        'pagerduty_team.de': ids.team,
        'pagerduty_team_membership.de__aidil': `${ids.aidil}:${ids.team}`,
      },
      monitors: {
        'datadog_monitor.aggregate-engagement__data-lag': String(ids.dataLag),
        'datadog_monitor.aggregate-growth__runs-too-long': String(ids.tooLong),
        'datadog_team.de': ids.handle,
      },
    });
    expect((await account.adopt()).code).toBe(0);
    expect(readFileSync(account.imports, 'utf8')).toBe(file);
  });

  test('says of each object whether the plan changes it', async () => {
    const { imports } = JSON.parse((await account.adopt('--json')).out) as {
      imports: { address: string; changes: unknown[] }[];
    };
    account.synthesize();
    const planned: string[] = [];
    for (const stack of ['on-call', 'monitors'] as const) {
      for (const { address, actions } of await account.terraform(stack).changes()) {
        if (actions.includes('update')) planned.push(address);
      }
    }
    const announced = imports.filter(({ changes }) => changes.length > 0).map(({ address }) => address);
    expect(planned.sort()).toEqual(announced.sort());
  });

  test('the first deploy changes them in place; nothing is there twice, and no schedule is ever empty', async () => {
    const { said, again } = await account.deploy();
    account.watch();
    expect(account.empty).toEqual([]);
    expect(again).toBe('');
    expect(said.match(/\d+ imported, \d+ added, \d+ changed, \d+ destroyed/g)).toEqual([
      expect.stringMatching(/^6 imported, .* 0 destroyed$/),
      expect.stringMatching(/^3 imported, .* 0 destroyed$/),
    ]);
    const { pagerduty, datadog } = account.sandbox.state;
    expect([pagerduty.teams, pagerduty.schedules, pagerduty.services].map(({ length }) => length)).toEqual([
      3, 2, 3,
    ]);
    expect([pagerduty.escalationPolicies, pagerduty.integrations].map(({ length }) => length)).toEqual([
      3, 3,
    ]);
    // The namesake that is somebody else's stays as it was.
    expect([datadog.monitors.length, datadog.teams.length]).toEqual([17, 3]);
    expect(datadog.monitors.filter(({ message }) => message === 'by hand')).toHaveLength(1);
    const named = (objects: readonly { id: string; name: string }[]) =>
      objects.filter(({ id }) => Object.values(ids).includes(id)).map(({ name }) => name);
    expect(named(pagerduty.services)).toEqual([GROWTH]);
    expect(datadog.monitors.find(({ id }) => id === ids.tooLong)).toMatchObject({
      name: TOO_LONG,
      options: { thresholds: { critical: 7200 } },
    });
    expect(pagerduty.memberships).toContainEqual({ team: ids.team, user: ids.aidil, role: 'responder' });
  });

  test('then PagerDuty names whom the roster names', async () => {
    const catalog = catalogOf(FILES);
    const shifts = plannedRosters(catalog, TODAY.toInstant()).find(
      ({ rotation }) => rotation === 'growth',
    )?.shifts;
    const later = (shifts ?? []).filter(({ from }) => from.epochMilliseconds > Date.now());
    expect(later.length).toBeGreaterThan(8);
    const window = `since=${later[0]?.from}&until=${later.at(-1)?.until}`;
    const { schedule } = (await account.call(
      'GET',
      `/pagerduty/schedules/${ids.schedule}?${window}`,
    )) as Rendered;
    const entries = schedule.final_schedule.rendered_schedule_entries;
    const at = (instant: number) =>
      entries.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end))?.user
        .summary;
    expect(later.map(({ from }) => at(from.epochMilliseconds))).toEqual(
      later.map(({ onDuty }) => onDuty.name),
    );
  });

  test('what is deployed is found again, and its import blocks change nothing', async () => {
    const { code, out } = await account.adopt();
    expect([code, out]).toEqual([0, expect.stringMatching(/written: (\d+) of \1 objects/)]);
    const before = account.sandbox.calls.length;
    const { said, again } = await account.deploy();
    expect(said.match(/\d+ (imported|added|changed|destroyed)/g)).toEqual(
      Array(2).fill(['0 added', '0 changed', '0 destroyed']).flat(),
    );
    expect(again).toBe('');
    const writes = account.sandbox.calls.slice(before).filter(({ method }) => method !== 'GET');
    expect(writes.filter(({ path }) => !path.endsWith('/validate'))).toEqual([]);
  });

  test('what was deleted by hand is made again, though the file still has its old id', async () => {
    await account.call('DELETE', `/api/v1/monitor/${ids.tooLong}`);
    const terraform = account.terraform('monitors');
    expect(await terraform.changes()).toEqual([
      { address: 'datadog_monitor.aggregate-growth__runs-too-long', actions: ['create'] },
    ]);
    await terraform.apply();
    expect(await terraform.planText()).toBe('');
  });

  test('after everything was destroyed the file is in the way, and adopt says so', async () => {
    for (const stack of ['monitors', 'on-call'] as const) await account.terraform(stack).destroy();
    const { code, out } = await account.terraform('on-call').run('plan', '-input=false', '-no-color');
    expect([code, out]).toEqual([1, expect.stringContaining('Cannot import non-existent remote object')]);
    // Left is the namesake that is somebody else's. It goes, too.
    const [namesake] = account.sandbox.state.datadog.monitors;
    await account.call('DELETE', `/api/v1/monitor/${namesake?.id}`);
    expect((await account.adopt()).out).toContain('there is nothing to adopt.\n');
    rmSync(account.imports);
    expect((await account.deploy()).again).toBe('');
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

suiteUnless(missing, 'a deploy whose answers were lost', () => {
  let account: Adoption;

  beforeAll(async () => {
    account = await Adoption.of(FILES);
  });
  afterAll(() => account?.close());

  const apply = (stack: 'on-call' | 'monitors') =>
    account.terraform(stack).run('apply', '-input=false', '-no-color', '-auto-approve');
  /** The first call of this kind is done, and its answer never arrives. */
  const loseFirst = (method: string, path: string) => {
    let lost = false;
    account.faults = (call) => {
      if (lost || call.method !== method || call.path !== path) return undefined;
      lost = true;
      return { kind: 'drop-after' };
    };
  };

  test('a team and a monitor are refused from then on', async () => {
    loseFirst('POST', '/pagerduty/teams');
    expect((await apply('on-call')).code).toBe(1);
    loseFirst('POST', '/api/v1/monitor');
    expect((await apply('monitors')).code).toBe(1);
    account.faults = () => undefined;
    expect(await apply('on-call')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Name has already been taken'),
    });
    expect(await apply('monitors')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Duplicate of an existing monitor_id'),
    });
  });

  test('adopted, they converge: one object each', async () => {
    expect(await account.adopt()).toMatchObject({ code: 0, err: '' });
    expect((await account.deploy()).again).toBe('');
    const { pagerduty, datadog } = account.sandbox.state;
    expect([pagerduty.teams, datadog.monitors, datadog.teams].map(({ length }) => length)).toEqual([
      3, 16, 3,
    ]);
  });

  test('even a state that was lost altogether is found again; nothing is made or replaced', async () => {
    const before = idsIn(account.sandbox.state);
    expect((await account.adopt()).code).toBe(0);
    for (const stack of ['on-call', 'monitors'] as const) {
      rmSync(join(account.terraform(stack).folder, 'terraform.tfstate'));
    }
    const { said, again } = await account.deploy();
    expect(again).toBe('');
    // A deploy at night or on a weekend has a bridge for each office-hours pipeline, too.
    const live = account.sandbox.state.datadog.downtimes.filter(({ canceled }) => canceled === null);
    // A service object's key cannot be read back, so it is set once more; terraform_data is Terraform's own.
    expect(said.match(/\d+ imported, \d+ added, \d+ changed, \d+ destroyed/g)).toEqual([
      '29 imported, 0 added, 3 changed, 0 destroyed',
      `${MONITORS_AND_ENTRIES + live.length} imported, 2 added, 0 changed, 0 destroyed`,
    ]);
    expect(idsIn(account.sandbox.state)).toEqual(before);
  });
});

/** Sixteen monitors, three teams and five catalog entries. */
const MONITORS_AND_ENTRIES = 24;

/** The ids of everything that has one, in both accounts. */
function idsIn({ pagerduty, datadog }: Adoption['sandbox']['state']): unknown[] {
  return [...Object.values(pagerduty), ...Object.values(datadog)]
    .flatMap((objects): unknown[] => (Array.isArray(objects) ? objects : []))
    .map((object) => (typeof object === 'object' && object !== null && 'id' in object ? object.id : object));
}

suiteUnless(missing, 'downtimes whose answers were lost', () => {
  const PATH = '/api/v2/downtime';
  const ADDRESS = 'datadog_downtime_schedule.unit-profit-experiments';
  let account: Adoption;
  // Around the clock, so that nothing has to be bridged whenever this runs.
  const open = edited(FILES, 'organization.yaml', (text) =>
    text
      .replace(
        /workingWeek: .*/,
        'workingWeek: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]',
      )
      .replace(/officeHours: .*/, 'officeHours: { from: "00:00", until: "23:59" }'),
  );

  beforeAll(async () => {
    account = await Adoption.of(open);
  });
  afterAll(() => account?.close());

  test('are adopted, not replaced', async () => {
    account.faults = ({ method, path }) =>
      method === 'POST' && path === PATH ? { kind: 'drop-after' } : undefined;
    const { code } = await account
      .terraform('monitors')
      .run('apply', '-input=false', '-no-color', '-auto-approve');
    expect(code).toBe(1);
    account.faults = () => undefined;
    const ids = account.sandbox.state.datadog.downtimes.map(({ id }) => id).sort();
    expect(await account.adopt()).toMatchObject({ code: 0, err: '' });
    const { said, again } = await account.deploy();
    expect(again).toBe('');
    expect(said).toContain(`${ids.length} imported, 0 added, 0 changed, 0 destroyed`);
    // Two recurring ones, and the holidays.
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(account.sandbox.state.datadog.downtimes.map(({ id }) => id).sort()).toEqual(ids);
  });

  test('an orphan beside the one that is deployed is named, and nothing is written', async () => {
    const { downtimes } = account.sandbox.state.datadog;
    const deployed = (await account.terraform('monitors').ok('state', 'show', '-no-color', ADDRESS)).match(
      /[0-9a-f-]{36}/,
    )?.[0];
    const before = readFileSync(account.imports, 'utf8');
    const orphan = downtimes.find(({ id }) => id === deployed);
    const { monitor_identifier, scope, schedule } = orphan ?? {};
    const later = JSON.parse(
      JSON.stringify(schedule).replace(/"start":"(\d{4})/g, (_, year) => `"start":"${Number(year) + 1}`),
    );
    const { data } = (await account.call('POST', PATH, {
      data: { type: 'downtime', attributes: { monitor_identifier, scope, schedule: later } },
    })) as { data: Made };
    const { code, out, err } = await account.adopt();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${ADDRESS}: 2 objects match: ${deployed}, ${data.id}`);
    expect(readFileSync(account.imports, 'utf8')).toBe(before);
    await account.call('DELETE', `${PATH}/${data.id}`);
    expect((await account.adopt()).code).toBe(0);
    expect((await account.deploy()).again).toBe('');
  });
});
