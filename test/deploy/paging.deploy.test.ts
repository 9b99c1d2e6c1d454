import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type DataFiles, readDataDirectory } from '../../src/catalog';
import { readApi, readTerraformJson } from '../../src/deployment';
import { main } from '../../src/main';
import { readStacks } from '../../src/verbs/synth/stackFiles';
import { synthesizedStacks } from '../../src/verbs/synth/synthesizedStacks';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { danglingHandles } from '../support/danglingHandles';
import { whyNoTerraform } from '../support/terraform';
import { Deployed } from './deployed';
import { catalogOf, edited, xyzTech } from './team';

jest.setTimeout(240_000);

const rule = (keys: string) =>
  edited(xyzTech(), 'runbooks/aggregate-growth.md', (text) =>
    text.replace('longerThan: 2h,', `longerThan: 2h, ${keys},`),
  );
const pipeline = (keys: string) =>
  edited(xyzTech(), 'pipelines.yaml', (text) =>
    text.replace('primary: accounts\n', `primary: accounts\n  ${keys}\n`),
  );

suiteUnless(whyNoTerraform(), 'urgency and hold, with the real providers', () => {
  let deployed: Deployed;

  beforeAll(async () => {
    deployed = await Deployed.of(rule('urgency: low, hold: office-hours'));
  });
  afterAll(() => deployed?.close());

  const outdir = () => resolve(deployed.terraform('on-call').folder, '../..');
  const plan = async () => {
    const all = [];
    for (const stack of STACKS) all.push(...(await deployed.terraform(stack).changes()));
    return all.map(({ address, actions }) => `${actions.join('+')} ${address}`);
  };
  /** Deploys other data, and looks for what a second plan would do. */
  const deploy = async (files: DataFiles) => {
    const { asOf, sandbox } = deployed;
    watchbillApp({ catalog: catalogOf(files), asOf, sandbox: sandbox.url }, outdir()).synth();
    for (const stack of STACKS) await deployed.terraform(stack).apply();
    // A plan at night writes the bridge of that night.
    return (await plan()).filter((change) => !change.includes('__until-'));
  };
  const growth = () =>
    deployed.sandbox.state.pagerduty.services
      .filter(({ name }) => name.startsWith('Aggregate growth'))
      .map(({ name, incident_urgency_rule: { urgency } }) => `${name}: ${urgency}`)
      .sort();
  const dependencies = () => {
    const { dependencies: all, services, businessServices } = deployed.sandbox.state.pagerduty;
    const business = businessServices.find(({ name }) => name.startsWith('Aggregate growth'))?.id;
    return all
      .filter(({ dependent }) => dependent.id === business)
      .map(({ supporting }) => services.find(({ id }) => id === supporting.id)?.name)
      .sort();
  };
  const held = () =>
    deployed.sandbox.state.datadog.monitors.filter(({ tags }) => tags.includes('hold:office-hours')).length;

  test('both services, their handles and the downtimes are there, and read back as they were sent', async () => {
    expect(growth()).toEqual([
      'Aggregate growth for investors (low urgency): low',
      'Aggregate growth for investors: high',
    ]);
    expect(dependencies()).toEqual([
      'Aggregate growth for investors',
      'Aggregate growth for investors (low urgency)',
    ]);
    expect(held()).toBe(1);
    expect(danglingHandles(deployed.sandbox.state.datadog)).toEqual([]);
    expect(await plan()).toEqual([]);
    const answer = (await deployed.readers.datadog.get('/sandbox/handles')) as {
      service_name: string;
      service: string | null;
    }[];
    const found = await readApi(
      deployed.readers,
      deployed.wanted,
      new Map(answer.map((each) => [each.service_name, each.service])),
    );
    const facts = ({ services, handles, downtimes }: typeof found) => [
      services.map(({ name, urgency }) => `${name} ${urgency}`).sort(),
      handles
        .map(({ name, service }) => `${name} ${services.find(({ key }) => key === service)?.name}`)
        .sort(),
      downtimes
        .map(({ monitors, notifyEndStates }) => JSON.stringify([monitors, [...notifyEndStates].sort()]))
        .sort(),
    ];
    expect(facts(found)).toEqual(facts(readTerraformJson(readStacks(outdir()))));
  });

  test('all of a pipeline at low urgency: the high service goes, and the low one stays the same', async () => {
    const before = deployed.sandbox.state.pagerduty.services.find(({ name }) =>
      name.endsWith('(low urgency)'),
    )?.id;
    expect(await deploy(pipeline('urgency: low'))).toEqual([]);
    expect(growth()).toEqual(['Aggregate growth for investors (low urgency): low']);
    expect(dependencies()).toEqual(['Aggregate growth for investors (low urgency)']);
    expect(
      deployed.sandbox.state.pagerduty.services.find(({ name }) => name.endsWith('(low urgency)'))?.id,
    ).toBe(before);
    expect([held(), danglingHandles(deployed.sandbox.state.datadog)]).toEqual([0, []]);
  });

  test('held as a whole, then neither: what is not wanted any more is gone', async () => {
    expect(await deploy(pipeline('hold: office-hours'))).toEqual([]);
    expect([growth(), held()]).toEqual([['Aggregate growth for investors: high'], 7]);
    expect(await deploy(xyzTech())).toEqual([]);
    expect([growth(), held()]).toEqual([['Aggregate growth for investors: high'], 0]);
    const tagged = deployed.sandbox.state.datadog.downtimes.filter((downtime) =>
      JSON.stringify(downtime).includes('hold:office-hours'),
    );
    expect(
      tagged.filter((downtime) => !/"canceled":"|"status":"(ended|canceled)"/.test(JSON.stringify(downtime))),
    ).toEqual([]);
  });

  test('maintenance: what has begun and what is to come, an end that moves, and what is over is gone', async () => {
    const { timeZone } = deployed.catalog.organization;
    const local = (hours: number) =>
      deployed.asOf
        .add({ hours })
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
    const planned = (until: number) =>
      new Map([
        ...xyzTech(),
        [
          'maintenance.yaml',
          Buffer.from(
            `- { pipelines: [aggregate-growth], from: ${local(-2)}, until: ${local(until)} }\n- { pipelines: [aggregate-growth, daily-growth-experiments], from: ${local(48)}, until: ${local(50)} }\n`,
          ),
        ] as const,
      ]);
    const running = () =>
      deployed.sandbox.state.datadog.downtimes.filter(
        ({ message, canceled }) => message === 'Maintenance' && canceled === null,
      );
    expect(await deploy(planned(3))).toEqual([]);
    expect(running()).toHaveLength(3);
    expect(await deploy(planned(4))).toEqual([]);
    expect(running()).toHaveLength(3);
    expect(await deploy(xyzTech())).toEqual([]);
    expect(running()).toEqual([]);
  });

  test('a mute, and the deploy after it: two downtimes of one time are no drift, and both can be ended', async () => {
    for (const [path, bytes] of xyzTech()) writeFileSync(join(deployed.data, path), bytes);
    await deploy(xyzTech());
    const run = async (...args: string[]) => {
      const out: string[] = [];
      const code = await main([...args, '--data', deployed.data], {
        out: (text) => out.push(text),
        err: (text) => out.push(text),
        env: deployed.sandbox.env,
        now: () => Temporal.Now.instant(),
        synthesize: synthesizedStacks,
      });
      return [code, out.join('')] as const;
    };
    const asOf = () => Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'trunc' });
    /** Deploys what is on the disk now, and says what a second plan would do, and what drifts. */
    const deployNow = async () => {
      const catalog = catalogOf(readDataDirectory(deployed.data));
      watchbillApp({ catalog, asOf: asOf(), sandbox: deployed.sandbox.url }, outdir()).synth();
      for (const stack of STACKS) await deployed.terraform(stack).apply();
      return (await plan()).filter((change) => !change.includes('__until-'));
    };
    const running = () =>
      deployed.sandbox.state.datadog.downtimes.filter(
        ({ message, canceled }) => message?.startsWith('Maintenance') && canceled === null,
      ).length;
    expect((await run('mute', 'aggregate-growth', '--for', '2h', '--yes'))[0]).toBe(0);
    expect(running()).toBe(1);
    const [before] = await run('drift', '--as-of', asOf().toString());
    expect(before).toBe(0);
    expect(await deployNow()).toEqual([]);
    expect(running()).toBe(2);
    expect((await run('drift', '--as-of', asOf().toString()))[0]).toBe(0);
    expect((await run('mute', 'aggregate-growth', '--cancel', '--yes'))[0]).toBe(0);
    expect(running()).toBe(0);
    expect(await deployNow()).toEqual([]);
    expect(running()).toBe(0);
  });

  test('a downtime made by hand is drift, and the lines to write make it none', async () => {
    const until = deployed.asOf.add({ hours: 30 });
    const attributes = {
      scope: '*',
      monitor_identifier: { monitor_tags: ['pipeline:aggregate-growth'] },
      schedule: { start: until.subtract({ hours: 2 }).toString(), end: until.toString() },
    };
    await deployed.readers.datadog.post('/api/v2/downtime', { data: { type: 'downtime', attributes } });
    const out: string[] = [];
    const code = await main(
      ['drift', '--json', '--data', deployed.data, '--as-of', deployed.asOf.toString()],
      {
        out: (text) => out.push(text),
        err: (text) => out.push(text),
        env: deployed.sandbox.env,
        now: () => Temporal.Now.instant(),
        synthesize: synthesizedStacks,
      },
    );
    const { drift } = JSON.parse(out.join('')) as {
      drift: { what: string; wayOut: string; lines: string[] | null }[];
    };
    const silenced = drift.filter(({ what }) => what === 'silenced');
    expect([code, silenced.length]).toEqual([3, 1]);
    expect(silenced[0]?.wayOut).toContain('or write it into maintenance.yaml (a deploy does not change it):');
    expect(silenced[0]?.lines).toEqual([
      expect.stringMatching(/^- \{ pipelines: \[aggregate-growth\], from: \S+, until: \S+ \}$/),
    ]);
  });
});
