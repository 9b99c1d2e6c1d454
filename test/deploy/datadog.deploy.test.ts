import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { DataFiles } from '../../src/catalog';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { watchbillApp } from '../../stacks/app';
import { catalogOf, FILES } from '../stacks/xyzTech';
import { suiteUnless } from '../suite';
import { Terraform, whyNoTerraform } from '../support/terraform';
import { OWN_PROVIDERS } from '../support/warmProviders';

jest.setTimeout(300_000);

const ADDRESS = {
  monitor: 'datadog_monitor.aggregate-profit__profit-discrepancy__total_profit',
  recurring: 'datadog_downtime_schedule.unit-profit-experiments',
  holiday: 'datadog_downtime_schedule.unit-profit-experiments__2027-01-01',
  team: 'datadog_team.ba',
  entity: 'datadog_software_catalog.aggregate-profit',
};
const OFFICE_HOURS = ['daily-growth-experiments', 'unit-profit-experiments'];

/** A working day before Christmas, 10:00 in Kuala Lumpur. */
const FIRST = Temporal.ZonedDateTime.from('2026-12-23T10:00[Asia/Kuala_Lumpur]');

/** The files with one text in one of them replaced. */
function changed(path: string, from: string, to: string): DataFiles {
  const before = new TextDecoder().decode(FILES.get(path));
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return new Map([...FILES, [path, new TextEncoder().encode(after)]]);
}

/** A sandbox with a clock of its own, and Terraform in a folder that is pointed at it. */
class Account {
  private constructor(
    readonly sandbox: Sandbox,
    readonly terraform: Terraform,
    private readonly clock: { now: Temporal.ZonedDateTime },
  ) {}

  static async open(now: Temporal.ZonedDateTime): Promise<Account> {
    const clock = { now };
    const sandbox = await startSandbox({ clock: () => clock.now.toInstant() });
    const folder = mkdtempSync(join(tmpdir(), 'watchbill-datadog-'));
    return new Account(sandbox, new Terraform(folder, sandbox.env), clock);
  }

  /** Puts the monitor stack there as it is at a moment, which Datadog's clock shows then. */
  synthesize(now: Temporal.ZonedDateTime, files = FILES): void {
    this.clock.now = now;
    const asOf = now.toInstant();
    const outdir = mkdtempSync(join(tmpdir(), 'watchbill-synth-'));
    watchbillApp({ catalog: catalogOf(files), asOf, sandbox: this.sandbox.url }, outdir).synth();
    cpSync(join(outdir, 'stacks/monitors/cdk.tf.json'), join(this.terraform.folder, 'cdk.tf.json'));
    rmSync(outdir, { recursive: true });
    this.rewrite((json) => {
      // cdktf's default backend is a file beside the caller.
      delete json.terraform['backend'];
    });
  }

  rewrite(change: (json: { terraform: Record<string, unknown>; resource: Resources }) => void): void {
    const path = join(this.terraform.folder, 'cdk.tf.json');
    const json = JSON.parse(readFileSync(path, 'utf8'));
    change(json);
    // Indented, because Terraform shows the line that it complains of.
    writeFileSync(path, JSON.stringify(json, null, 2));
  }

  get datadog() {
    return this.sandbox.state.datadog;
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.terraform.folder, { recursive: true });
  }
}

/** A resource as Terraform's state has it. */
async function instance(terraform: Terraform, address: string): Promise<{ id: string }> {
  const state = JSON.parse(await terraform.ok('show', '-json'));
  return state.values.root_module.resources.find((each: { address: string }) => each.address === address)
    .values;
}

const sorted = <T extends { address: string }>(changes: T[]) =>
  changes.sort((a, b) => a.address.localeCompare(b.address));

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const reason = whyNoTerraform();

suiteUnless(reason, 'the monitor stack in a Datadog of the sandbox', () => {
  let account: Account;
  beforeAll(async () => {
    account = await Account.open(FIRST);
    account.synthesize(FIRST);
    await account.terraform.init();
    await account.terraform.apply();
  });
  afterAll(() => account.close());

  /** Deploys the data as it is, so that a test can say what its own change plans. */
  const settle = async (now: Temporal.ZonedDateTime) => {
    account.synthesize(now);
    await account.terraform.apply();
  };

  test('everything is made, once', () => {
    const { monitors, downtimes, teams, entities } = account.datadog;
    expect([monitors, downtimes, teams, entities].map(({ length }) => length)).toEqual([16, 18, 3, 5]);
    expect(account.sandbox.calls.filter(({ known, status = 0 }) => !known || status >= 400)).toEqual([]);
  });

  test('a second plan is empty', async () => {
    expect(await account.terraform.planText()).toBe('');
  });

  test('days later only holidays that pass go, and what bridges until office hours comes', async () => {
    const { terraform } = account;
    account.synthesize(FIRST.add({ days: 1 }));
    expect(await terraform.changes()).toEqual([]);
    const bridges = OFFICE_HOURS.map((id) => ({
      address: `datadog_downtime_schedule.${id}__until-2026-12-28-0900`,
      actions: ['create'],
    }));
    // Christmas has begun: its downtime stays as it is. Office hours begin on Monday.
    account.synthesize(FIRST.add({ days: 2 }));
    expect(await terraform.changes()).toEqual(bridges);
    account.synthesize(FIRST.add({ days: 3 }));
    const gone = OFFICE_HOURS.map((id) => ({
      address: `datadog_downtime_schedule.${id}__2026-12-25`,
      actions: ['delete'],
    }));
    expect(sorted(await terraform.changes())).toEqual(sorted([...gone, ...bridges]));
    await terraform.applyPlanned();
    expect(await terraform.planText()).toBe('');
  });

  test('a changed threshold changes one monitor', async () => {
    const { terraform } = account;
    const now = FIRST.add({ days: 4 });
    const path = 'runbooks/aggregate-profit.md';
    await settle(now);
    account.synthesize(now, changed(path, 'tolerancePercent: 1', 'tolerancePercent: 2'));
    expect(await terraform.changes()).toEqual([{ address: ADDRESS.monitor, actions: ['update'] }]);
    await terraform.applyPlanned();
    expect(await terraform.planText()).toBe('');
  });

  test('other office hours, or another working week, replace the recurring downtimes', async () => {
    const { terraform } = account;
    const now = FIRST.add({ days: 5 });
    const replaced = ['datadog_downtime_schedule', 'terraform_data'].flatMap((type) =>
      OFFICE_HOURS.map((id) => ({ address: `${type}.${id}`, actions: ['delete', 'create'] })),
    );
    await settle(now);
    account.synthesize(now, changed('organization.yaml', 'until: "18:00"', 'until: "17:30"'));
    // The monitors' messages name the office hours.
    const updated = OFFICE_HOURS.map((id) => ({
      address: `datadog_monitor.${id}__pipeline-failure`,
      actions: ['update'],
    }));
    expect(sorted(await terraform.changes())).toEqual(sorted([...replaced, ...updated]));
    await terraform.applyPlanned();
    expect(await terraform.planText()).toBe('');
    // Nights of three lengths are three recurrences, where there were two.
    account.synthesize(now, changed('organization.yaml', 'wednesday, thursday, friday]', 'thursday]'));
    await terraform.apply();
    expect(await terraform.planText()).toBe('');
    account.synthesize(now);
    expect(await terraform.changes()).toEqual(expect.arrayContaining(replaced));
    await terraform.applyPlanned();
    expect(await terraform.planText()).toBe('');
  });

  test('one resource of each type, once forgotten, is imported and plans nothing', async () => {
    const { terraform } = account;
    await settle(FIRST.add({ days: 5 }));
    for (const address of Object.values(ADDRESS)) {
      const { id } = await instance(terraform, address);
      await terraform.ok('state', 'rm', address);
      await terraform.ok('import', '-input=false', '-no-color', address, id);
    }
    expect(await terraform.planText()).toBe('');
  });

  test('what was deleted by hand is made again; a canceled downtime only when Datadog forgets it', async () => {
    const { terraform, datadog } = account;
    await settle(FIRST.add({ days: 5 }));
    const { id } = await instance(terraform, ADDRESS.recurring);
    datadog.monitors.splice(0, 1);
    for (const each of datadog.downtimes) {
      if (each.id === id) each.canceled = FIRST.add({ days: 5 }).toInstant().toString();
    }
    const actions = async () => (await terraform.changes()).map((each) => each.actions.join());
    // The provider does not look at a downtime's status.
    expect(await actions()).toEqual(['create']);
    account.synthesize(FIRST.add({ days: 8 }));
    expect(await terraform.changes()).toEqual(
      expect.arrayContaining([{ address: ADDRESS.recurring, actions: ['create'] }]),
    );
    await terraform.applyPlanned();
    expect(await terraform.planText()).toBe('');
  });

  test('a monitor whose threshold contradicts its query is refused at plan', async () => {
    const { terraform } = account;
    account.rewrite(({ resource }) => {
      const monitor = resource['datadog_monitor']?.[ADDRESS.monitor.split('.')[1] ?? ''];
      Object.assign(monitor ?? {}, { monitor_thresholds: { critical: '2' } });
    });
    const { code, out } = await terraform.run('plan', '-input=false', '-no-color');
    expect(code).toBe(1);
    expect(out).toContain('Alert threshold (2.0) does not match that used in the query (1.0).');
    account.synthesize(FIRST.add({ days: 5 }));
  });

  test('destroy leaves nothing', async () => {
    await account.terraform.destroy();
    const { monitors, downtimes, teams, entities } = account.datadog;
    expect([monitors, teams, entities]).toEqual([[], [], []]);
    expect(downtimes.filter(({ canceled }) => canceled === null)).toEqual([]);
  });
});

suiteUnless(reason, 'on a holiday itself', () => {
  test('its downtime begins at once, is left alone, and goes on the day after', async () => {
    const christmas = FIRST.add({ days: 2 });
    const account = await Account.open(christmas);
    const { terraform } = account;
    try {
      account.synthesize(christmas);
      await terraform.init();
      await terraform.apply();
      const starts = account.datadog.downtimes.map(({ schedule }) => 'start' in schedule && schedule.start);
      expect(starts.filter((start) => start === '2026-12-25T02:00:00.000000+00:00')).toHaveLength(2);
      expect(await terraform.planText()).toBe('');
      account.synthesize(christmas.add({ days: 1 }));
      expect((await terraform.changes()).map(({ actions }) => actions.join())).toEqual(['delete', 'delete']);
    } finally {
      await account.close();
    }
  });
});

suiteUnless(reason, 'the first weekend', () => {
  const FRIDAY = Temporal.ZonedDateTime.from('2026-11-27T10:00[Asia/Kuala_Lumpur]');
  const EVENING = FRIDAY.with({ hour: 20 });
  const MONDAY = '2026-11-30T01:00:00+00:00';
  const bridges = (actions: string[]) =>
    OFFICE_HOURS.map((id) => ({
      address: `datadog_downtime_schedule.${id}__until-2026-11-30-0900`,
      actions,
    }));
  let account: Account;
  beforeEach(async () => {
    account = await Account.open(FRIDAY);
    account.synthesize(FRIDAY);
    await account.terraform.init();
  });
  afterEach(() => account.close());

  const once = () =>
    account.datadog.downtimes.flatMap(({ canceled, schedule }) =>
      canceled === null && 'end' in schedule && schedule.end === MONDAY ? [schedule.start.slice(0, 19)] : [],
    );
  const beginnings = () =>
    account.datadog.downtimes.flatMap(({ canceled, schedule }) =>
      canceled === null && 'recurrences' in schedule ? schedule.recurrences.map(({ start }) => start) : [],
    );

  test('deployed on Friday evening: held from then on, left alone, and gone on Monday', async () => {
    const { terraform } = account;
    account.synthesize(EVENING);
    await terraform.apply();
    expect(once()).toEqual(['2026-11-27T12:00:00', '2026-11-27T12:00:00']);
    expect(beginnings().sort()).toEqual(
      ['2026-11-30', '2026-11-30', '2026-12-04', '2026-12-04'].map((date) => `${date}T18:00:00`),
    );
    expect(await terraform.planText()).toBe('');
    account.synthesize(EVENING.add({ hours: 14 }));
    expect(await terraform.changes()).toEqual([]);
    account.synthesize(FRIDAY.add({ days: 3 }));
    expect(await terraform.changes()).toEqual(bridges(['delete']));
    await terraform.applyPlanned();
    account.synthesize(FRIDAY.add({ days: 4 }));
    expect(await terraform.planText()).toBe('');
  });

  test('deployed on Friday morning: the weekend recurs, and nothing is bridged or changed in it', async () => {
    const { terraform } = account;
    await terraform.apply();
    expect(once()).toEqual([]);
    expect(beginnings().sort()).toEqual(
      ['2026-11-27', '2026-11-27', '2026-11-30', '2026-11-30'].map((date) => `${date}T18:00:00`),
    );
    expect(await terraform.planText()).toBe('');
    account.synthesize(FRIDAY.add({ days: 3 }));
    expect(await terraform.planText()).toBe('');
  });

  test('other office hours on Friday evening: a bridge holds until the new downtime begins', async () => {
    const { terraform, sandbox } = account;
    await terraform.apply();
    account.synthesize(EVENING, changed('organization.yaml', 'until: "18:00"', 'until: "17:30"'));
    const before = sandbox.calls.length;
    await terraform.apply();
    const calls = sandbox.calls.slice(before).filter(({ path }) => path.startsWith('/api/v2/downtime'));
    const changes = calls.map(({ method }) => method).filter((method) => method !== 'GET');
    // For each pipeline a bridge, the new recurring downtime, and the old one.
    expect([...changes].sort()).toEqual(['DELETE', 'DELETE', 'POST', 'POST', 'POST', 'POST']);
    expect(once()).toHaveLength(2);
    expect(await terraform.planText()).toBe('');
  });
});

suiteUnless(reason, 'a handle for PagerDuty', () => {
  const address = 'datadog_integration_pagerduty_service_object.handle';
  const stack = (url: string, key: string) => ({
    terraform: { required_providers: { datadog: { source: 'DataDog/datadog', version: '3.82.0' } } },
    provider: { datadog: { api_url: `${url}/`, validate: 'false' } },
    resource: {
      datadog_integration_pagerduty_service_object: {
        handle: { service_name: 'aggregate-profit', service_key: key },
      },
    },
  });

  test('is made, given another key, imported and deleted; with wrong keys nothing is', async () => {
    const account = await Account.open(FIRST);
    const { terraform, sandbox, datadog } = account;
    const put = (key: string) =>
      writeFileSync(join(terraform.folder, 'main.tf.json'), JSON.stringify(stack(sandbox.url, key)));
    try {
      put('one');
      const key = { DD_APP_KEY: 'other', ...OWN_PROVIDERS };
      const stranger = new Terraform(terraform.folder, { ...sandbox.env, ...key });
      await stranger.init();
      const refused = await stranger.run('apply', '-input=false', '-no-color', '-auto-approve');
      expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('403 Forbidden') });
      await terraform.apply();
      expect(await terraform.planText()).toBe('');
      put('two');
      expect(await terraform.changes()).toEqual([{ address, actions: ['update'] }]);
      await terraform.applyPlanned();
      expect(datadog.serviceObjects).toEqual([{ service_name: 'aggregate-profit', service_key: 'two' }]);
      await terraform.ok('state', 'rm', address);
      await terraform.ok('import', '-input=false', '-no-color', address, 'aggregate-profit');
      // A key is never read back: after an import it is set once more.
      expect(await terraform.changes()).toEqual([{ address, actions: ['update'] }]);
      await terraform.destroy();
      expect(datadog.serviceObjects).toEqual([]);
    } finally {
      await account.close();
    }
  });
});
