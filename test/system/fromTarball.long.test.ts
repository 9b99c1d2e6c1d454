import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import manifest from '../../package.json';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { suiteUnless } from '../suite';
import { environment } from '../support/providers';
import { whyNoTerraform } from '../support/terraform';
import { Child } from './child';
import { nodeOf } from './nodes';
import { installAtStranger, type Stranger } from './stranger';

jest.setTimeout(900_000);

const { satisfies }: { satisfies(version: string, range: string): boolean } = require('semver');

/** The oldest Node that is promised, and the one after it; the first that is there installs. */
const MAJORS = [20, 22];
const OLDEST = '20.19.0';
const TOOLS = ['terraform', 'tofu'].map((tool) => ({ tool, missing: whyNoTerraform(tool) }));
/** Each Node and each tool once; where one tool is missing, the other on both. */
const toolsOf = (major: number) =>
  TOOLS.every(({ missing }) => missing === undefined)
    ? TOOLS.filter((_, at) => at === MAJORS.indexOf(major))
    : TOOLS;
const PEOPLE = [
  { name: 'Ada', email: 'ada@orders.example' },
  { name: 'Grace', email: 'grace@orders.example' },
];

const home = mkdtempSync(join(tmpdir(), 'watchbill-tarball-'));
let stranger: Stranger;
beforeAll(() => {
  stranger = installAtStranger();
});
afterAll(() => {
  stranger?.remove();
  rmSync(home, { recursive: true, force: true });
});

// One repository: what npm installs is the same for every Node, and asks for none that is newer.
const folder = join(home, 'empty');
const team = join(folder, 'on-call');
mkdirSync(folder);
let installer: number | undefined;

describe.each(MAJORS)('from the tarball alone, on Node %d', (major) => {
  const { bin, missing } = nodeOf(major);

  if (missing === undefined) installer ??= major;
  const installs = installer === major;

  suiteUnless(missing, `an empty folder, on Node ${major}`, () => {
    const seconds: Record<string, number> = {};
    let child: Child;

    beforeAll(() => {
      const path = [bin, process.env['PATH']].join(delimiter);
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

    test('it is the one that runs', async () => {
      const version = await child.run(folder, 'node', ['--version']);
      expect(version.out).toMatch(new RegExp(`^v${major}\\.`));
    });

    if (installs) {
      test('init and install', async () => {
        const people = PEOPLE.flatMap(({ name, email }) => ['--person', `${name} <${email}>`]);
        await step('init', folder, 'npm', [
          ...[
            'exec',
            '--yes',
            `--package=${stranger.tarball}`,
            '--',
            'watchbill',
            'init',
            'on-call',
            '--yes',
          ],
          ...['--time-zone', 'Asia/Tokyo', ...people, '--package', `file:${stranger.tarball}`],
        ]);
        const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
        await step('install', team, 'npm', ['install', '--engine-strict', '--prefer-offline', ...quiet]);
      });

      test('nothing in it asks for a newer Node than we promise, and it is short', () => {
        const { packages } = JSON.parse(readFileSync(join(team, 'package-lock.json'), 'utf8')) as {
          packages: Record<string, { engines?: { node?: string } }>;
        };
        expect(satisfies(OLDEST, manifest.engines.node)).toBe(true);
        const newer = Object.entries(packages).filter(
          ([, { engines }]) => !satisfies(OLDEST, engines?.node ?? '*'),
        );
        expect(newer).toEqual([]);
        // What Watchbill brings, and four peers.
        const installed = Object.keys(packages).filter(
          (path) => path.startsWith('node_modules/') && !path.includes('cdktf/node_modules'),
        );
        expect(installed.length).toBeLessThan(100);
      });
    }

    test('start', async () => {
      const out = await step('start', team, 'npm', ['--silent', 'start']);
      expect(out).toContain('1 monitor rehearsed: it reached the right people and recovered.');
    });

    test('diff', async () => {
      if (!existsSync(join(team, '.git'))) committed();
      expect(await step('diff', team, 'npx', npx('diff'))).toContain(
        'No shift changes. Nothing else changes.',
      );
    });

    describe.each(toolsOf(major))('with $tool', ({ tool, missing: noTool }) => {
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

/** Makes a git repository of the team's folder. */
function committed(): void {
  const named = ['-c', 'user.name=Ada', '-c', 'user.email=ada@orders.example', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '.'],
    ['commit', '--quiet', '--message=A repository of our own'],
  ]) {
    execFileSync('git', [...named, ...args], { cwd: team });
  }
}
