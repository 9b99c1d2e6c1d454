import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import manifest from '../../package.json';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { Folder } from '../ci/folder';
import { catalogOf, usersOf, xyzTech } from '../deploy/team';
import { suiteUnless } from '../suite';
import { environment } from '../support/providers';
import { whyNoTerraform } from '../support/terraform';
import { nodeOf } from './nodes';

jest.setTimeout(240_000);

/** The major versions that the README promises, beside the one that still works. */
const MAJORS = [22, 24, 26];
/** On the others fromTarball.long.test.ts deploys. */
const DEPLOYING = [24, 26];

const noTerraform = whyNoTerraform();

test('what package.json promises is what is tried here, and 20', () => {
  const promised = [...manifest.engines.node.matchAll(/\^(\d+)\./g)].map(([, major]) => Number(major));
  expect(promised).toEqual([20, ...MAJORS]);
});

describe.each(MAJORS)('Node %d', (major) => {
  const { bin, missing } = nodeOf(major);

  suiteUnless(missing, `Node ${major}`, () => {
    let folder: Folder;
    let sandbox: Sandbox;
    let env: NodeJS.ProcessEnv;

    beforeAll(async () => {
      folder = new Folder();
      rmSync(folder.at('data'), { recursive: true });
      for (const [name, bytes] of xyzTech()) {
        mkdirSync(dirname(join(folder.at('data'), name)), { recursive: true });
        writeFileSync(join(folder.at('data'), name), bytes);
      }
      sandbox = await startSandbox({ users: usersOf(catalogOf(xyzTech())) });
      const path = [bin, process.env['PATH']].join(delimiter);
      env = environment({ ...sandbox.env, WATCHBILL_SANDBOX: sandbox.url, PATH: path, CI: '1' });
    });
    afterAll(async () => {
      await sandbox?.stop();
      folder?.remove();
    });

    test('it is the one that runs', async () => {
      const { out } = await folder.run('node', ['--version'], env);
      expect(out).toMatch(new RegExp(`^v${major}\\.`));
    });

    test('the command, the main job and synthesis work, and Node warns of nothing', async () => {
      const who = await folder.run('node', ['bin/watchbill.js', 'who'], env);
      expect(who).toEqual({ code: 0, out: expect.stringMatching(/^At .*\npipeline/) });
      const { code, out } = await folder.npm('start', env);
      expect([code, out]).toEqual([0, expect.stringContaining('5. Next\n')]);
      expect(out).not.toContain('Warning');
      expect(await folder.npm('synth', env)).toMatchObject({ code: 0 });
      expect(folder.read('cdktf.out/stacks/on-call/cdk.tf.json')).toContain('pagerduty_schedule');
    });

    if (DEPLOYING.includes(major)) {
      suiteUnless(noTerraform, `a deploy on Node ${major}`, () => {
        test('both stacks arrive', async () => {
          const { code, out } = await folder.npm('deploy', env, '--auto-approve');
          expect([code, out]).toEqual([0, expect.stringContaining('\nmonitors: done\nDeployed to ')]);
          const { pagerduty, datadog } = sandbox.state;
          expect([pagerduty.schedules.length, datadog.monitors.length]).toEqual([2, 16]);
        });
      });
    }
  });
});
