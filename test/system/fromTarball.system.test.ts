import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { suiteUnless } from '../suite';
import { environment } from '../support/providers';
import { whyNoTerraform } from '../support/terraform';
import { Child } from './child';
import { whyNotInstalled } from './registry';
import { installAtStranger, type Stranger } from './stranger';

jest.setTimeout(900_000);

/** The oldest Node that is promised, and the one after it. */
const MAJORS = [20, 22];
/** Each carries one Node for this system, and no install script. */
const NODE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const TOOLS = ['terraform', 'tofu'].map((tool) => ({ tool, missing: whyNoTerraform(tool) }));
const PEOPLE = [
  { name: 'Ada', email: 'ada@orders.example' },
  { name: 'Grace', email: 'grace@orders.example' },
];

const home = mkdtempSync(join(tmpdir(), 'watchbill-tarball-'));
let stranger: Stranger;
beforeAll(async () => {
  stranger = await installAtStranger();
});
afterAll(() => {
  stranger?.remove();
  rmSync(home, { recursive: true, force: true });
});

describe.each(MAJORS)('from the tarball alone, on Node %d', (major) => {
  const nodeHome = join(home, `node-${major}`);
  mkdirSync(nodeHome);
  writeFileSync(join(nodeHome, 'package.json'), '{ "private": true }\n');
  const missing = whyNotInstalled(nodeHome, 'install', `${NODE}@${major}`);

  suiteUnless(missing, `an empty folder, on Node ${major}`, () => {
    const folder = join(home, `empty-${major}`);
    const team = join(folder, 'on-call');
    const seconds: Record<string, number> = {};
    let child: Child;

    beforeAll(() => {
      mkdirSync(folder);
      const path = [join(nodeHome, 'node_modules', NODE, 'bin'), process.env['PATH']].join(delimiter);
      child = new Child(environment({ PATH: path, WATCHBILL_DATA: '', WATCHBILL_AS_OF: '', CI: '1' }));
    });
    afterAll(() => {
      const lines = Object.entries(seconds).map(([step, each]) => `${step} ${each.toFixed(1)} s`);
      process.stderr.write(`Node ${major}: ${lines.join(', ')}\n`);
    });

    /** Runs a step, which has to succeed, and notes how long it took. */
    async function step(name: string, cwd: string, command: string, args: readonly string[], env = {}) {
      const begin = performance.now();
      const ran = await child.run(cwd, command, args, env);
      seconds[name] = (performance.now() - begin) / 1000;
      expect({ name, ...ran }).toMatchObject({ name, code: 0 });
      return ran.out;
    }
    const npx = (...args: string[]) => ['--no-install', 'watchbill', ...args];

    test('init, install and start', async () => {
      const version = await child.run(folder, 'node', ['--version']);
      expect(version.out).toMatch(new RegExp(`^v${major}\\.`));
      const people = PEOPLE.flatMap(({ name, email }) => ['--person', `${name} <${email}>`]);
      await step('init', folder, 'npm', [
        ...['exec', '--yes', `--package=${stranger.tarball}`, '--', 'watchbill', 'init', 'on-call', '--yes'],
        ...['--time-zone', 'Asia/Tokyo', ...people, '--package', `file:${stranger.tarball}`],
      ]);
      await step('install', team, 'npm', [
        'install',
        '--engine-strict',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ]);
      expect(await step('start', team, 'npm', ['--silent', 'start'])).toContain('1 monitor rehearsed');
    });

    test('diff', async () => {
      const git = (...args: string[]) =>
        spawnSync(
          'git',
          [
            '-c',
            'user.name=Ada',
            '-c',
            'user.email=ada@orders.example',
            '-c',
            'commit.gpgsign=false',
            ...args,
          ],
          { cwd: team },
        );
      git('init', '--quiet', '--initial-branch=main');
      git('add', '.');
      git('commit', '--quiet', '--message=A repository of our own');
      expect(await step('diff', team, 'npx', npx('diff'))).toContain(
        'No shift changes. Nothing else changes.',
      );
    });

    describe.each(TOOLS)('with $tool', ({ tool, missing: noTool }) => {
      suiteUnless(noTool, `a deploy with ${tool} on Node ${major}`, () => {
        let sandbox: Sandbox;
        beforeAll(async () => {
          sandbox = await startSandbox({ users: PEOPLE });
          for (const left of [
            'cdktf.out',
            'terraform.on-call.sandbox.tfstate',
            'terraform.monitors.sandbox.tfstate',
          ])
            rmSync(join(team, left), { recursive: true, force: true });
        });
        afterAll(() => sandbox?.stop());

        test('deploys to the sandbox, and the second plan is empty', async () => {
          const env = { WATCHBILL_SANDBOX: sandbox.url };
          const deploy = npx('deploy', '--terraform', tool);
          const out = await step(`deploy with ${tool}`, team, 'npx', [...deploy, '--auto-approve'], env);
          expect(out).toContain('\nmonitors: done\nDeployed to ');
          // One for the rotation, and one for each owner who is paged by name.
          const { pagerduty, datadog } = sandbox.state;
          expect(
            [pagerduty.schedules, pagerduty.services, datadog.monitors].map(({ length }) => length),
          ).toEqual([3, 1, 1]);
          const again = await step(`second plan with ${tool}`, team, 'npx', [...deploy, '--plan-only'], env);
          expect(again).toContain('\non-call: nothing to change\nmonitors: nothing to change\nPlanned for ');
          expect(await step(`drift after ${tool}`, team, 'npx', npx('drift'), env)).toContain('No drift');
        });
      });
    });
  });
});
