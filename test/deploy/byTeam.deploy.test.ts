import { readFileSync, writeFileSync } from 'node:fs';
import type { DataFiles } from '../../src/catalog';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { DeployFolder } from './deployFolder';
import { edited, xyzTech } from './team';

jest.setTimeout(400_000);

const TEAM = '  de: { name: Data Engineering';

suiteUnless(
  whyNoTerraform(),
  'a deployed team whose stacks are split by team, and put together again',
  () => {
    const files = xyzTech();
    let folder: DeployFolder;
    beforeAll(async () => {
      folder = await DeployFolder.of(files, 'terraform');
    });
    afterAll(() => folder?.remove());

    const deploy = (...args: string[]) => folder.deploy(['--auto-approve', ...args]);
    const moves = () => folder.run('sh', ['cdktf.out/moves.sh']);
    const split = (isByTeam: boolean) => {
      const { context: _, ...rest } = JSON.parse(readFileSync(folder.at('cdktf.json'), 'utf8'));
      const context = isByTeam ? { context: { stacks: 'by team' } } : {};
      writeFileSync(folder.at('cdktf.json'), JSON.stringify({ ...rest, ...context }));
    };
    /** Everything that is in both accounts, by the ids that the vendors gave. */
    const accounts = () => JSON.stringify([folder.sandbox.state.pagerduty, folder.sandbox.state.datadog]);
    const unchanged = async (work: () => Promise<unknown>) => {
      const before = accounts();
      await work();
      expect(accounts()).toBe(before);
    };
    /** Nothing is planned any more, and the accounts are as the data says. */
    const settled = async () => {
      const { code, out } = await folder.deploy(['--plan-only']);
      const plans = out.split('\n').filter((line) => /^(on-call|monitors)/.test(line));
      expect([code, plans.filter((line) => !line.endsWith(': nothing to change'))]).toEqual([0, []]);
      const drift = await folder.run(process.execPath, ['bin/watchbill.js', 'drift']);
      expect([drift.code, drift.err]).toEqual([0, expect.any(String)]);
      return plans.length;
    };
    const write = (data: DataFiles) => folder.write(data);

    test('two stacks', async () => {
      expect((await deploy()).code).toBe(0);
      expect(await settled()).toBe(2);
    });

    test('a value of stacks that nobody knows: its place and the way out, and nothing is done', async () => {
      writeFileSync(
        folder.at('cdktf.json'),
        readFileSync(folder.at('cdktf.json'), 'utf8').replace('{', '{"context":{"stacks":"per team"},'),
      );
      const { code, out, err } = await deploy();
      expect([code, out]).toEqual([2, expect.not.stringContaining('creates')]);
      expect(err).toContain('STCK001: stacks in cdktf.json\'s context is "per team"');
      expect(err).toContain('write "stacks": "by team", or leave it out');
    });

    test('by team without the moves: the deploy stops, and the accounts stay as they are', async () => {
      split(true);
      await unchanged(async () => {
        const { code, out, err } = await deploy();
        expect([code, err]).toEqual([1, expect.stringMatching(/DEPL008: \d+ objects in the state/)]);
        expect(err).toContain('  on-call to on-call-ba: ');
        expect(err).toContain('  monitors to monitors-accounts: ');
        expect(err).toContain('  run sh cdktf.out/moves.sh');
        expect(err.replaceAll(/\s+/g, ' ')).toContain('Not deployed to the SANDBOX');
        expect(out).toContain(readFileSync(folder.at('cdktf.out/moves.sh'), 'utf8'));
        expect(out).toContain('pagerduty_service.aggregate-profit pagerduty_service.aggregate-profit\n');
      });
    });

    test('moves that were interrupted go on from there; after them nothing is made, changed or removed', async () => {
      const script = folder.at('cdktf.out/moves.sh');
      const lines = readFileSync(script, 'utf8').split('\n');
      // All that gain objects have them; what they come from is not written.
      const last = lines.findIndex((line) => /state push .*\/(on-call|monitors)\.tfstate/.test(line));
      writeFileSync(script, [...lines.slice(0, last), 'exit 7', ''].join('\n'));
      await unchanged(async () => {
        expect((await moves()).code).toBe(7);
        const { code, out } = await deploy();
        expect([code, out.match(/ state mv /g), out.match(/ state rm /g)?.length]).toEqual([
          1,
          null,
          expect.any(Number),
        ]);
        const moved = await moves();
        expect([moved.code, moved.err]).toEqual([0, '']);
        const ended = await deploy();
        expect([ended.code, ended.err]).toEqual([0, expect.not.stringContaining('DEPL')]);
        expect(await settled()).toBe(8);
      });
    });

    test('a team that comes and goes has stacks that come and go', async () => {
      const more = edited(files, 'organization.yaml', (text) =>
        text.replace(TEAM, `  web: { name: Web }\n${TEAM}`),
      );
      write(more);
      expect((await deploy()).code).toBe(0);
      expect(await settled()).toBe(10);
      write(files);
      const { code, out } = await deploy();
      expect([code, out]).toEqual([0, expect.stringContaining('on-call-web: removes 1 PagerDuty team')]);
      expect(out).toContain('monitors-web: removes 1 Datadog team');
      expect(await settled()).toBe(8);
    });

    test('a pipeline changes hands: the stacks of both teams move together, and each service stays what it is', async () => {
      const services = () => folder.sandbox.state.pagerduty.services.map(({ id }) => id).sort();
      const before = services();
      write(
        edited(files, 'pipelines.yaml', (text) =>
          text.replace(/(aggregate-engagement:\n(?:.*\n)*?.*primary: )ba/, '$1accounts'),
        ),
      );
      const stopped = await deploy();
      expect([stopped.code, stopped.err]).toEqual([1, expect.stringContaining('  on-call-ba to on-call: ')]);
      expect(stopped.err).toContain('  monitors-ba to monitors-accounts: ');
      expect((await moves()).code).toBe(0);
      expect((await deploy()).code).toBe(0);
      expect(await settled()).toBe(6);
      expect(services()).toEqual(before);
    });

    test('two stacks again: what the data no longer names is found, moved, and nothing is made anew', async () => {
      write(files);
      split(false);
      const services = folder.sandbox.state.pagerduty.services.map(({ id }) => id);
      const monitors = folder.sandbox.state.datadog.monitors.map(({ id }) => id);
      const stopped = await deploy();
      expect([stopped.code, stopped.err]).toEqual([1, expect.stringContaining('  on-call-de to on-call: ')]);
      expect(stopped.err).toContain('  monitors-accounts to monitors: ');
      expect((await moves()).code).toBe(0);
      expect((await deploy()).code).toBe(0);
      expect(await settled()).toBe(2);
      expect(folder.sandbox.state.pagerduty.services.map(({ id }) => id)).toEqual(services);
      expect(folder.sandbox.state.datadog.monitors.map(({ id }) => id)).toEqual(monitors);
      expect(folder.leaks()).toEqual([]);
    });
  },
);
