import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { DataFiles } from '../../src/catalog';
import { dateText } from '../../src/time/localTime';
import { suiteUnless } from '../suite';
import { whyNoTerraform } from '../support/terraform';
import { OWN_PROVIDERS } from '../support/warmProviders';
import { DeployFolder } from './deployFolder';
import { edited, handOff, xyzTech } from './team';

const STACKS = ['on-call', 'monitors'];
const STATES = STACKS.map((stack) => `terraform.${stack}.sandbox.tfstate`);
const GO = ['--auto-approve'];
const ACCOUNT = 'sandbox.pagerduty.com';
/** The order of growth in XYZ Tech's data, counted from Monday 5 January 2026 in turns of a week. */
const ORDER = ['Spencer', 'Choo', 'Aidil', 'Thiru'];

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** `watchbill deploy` with the real providers, from the first deploy to the last one that removes everything. */
export function deploySuite(program: string): void {
  jest.setTimeout(240_000);

  suiteUnless(whyNoTerraform(program), `watchbill deploy with ${program}`, () => {
    const files = xyzTech();
    let folder: DeployFolder;
    let rotated = files;
    beforeAll(async () => {
      folder = await DeployFolder.of(files, program);
    });
    afterAll(() => folder?.remove());

    const deploy = (...args: string[]) => folder.deploy([...GO, ...args]);
    const planFiles = () => STACKS.filter((stack) => existsSync(folder.at(`cdktf.out/stacks/${stack}/plan`)));
    // The provider lets Datadog check each monitor, which makes nothing.
    const writes = () =>
      folder.sandbox.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/validate'))
        .length;

    test('without a key it says which, and nothing starts', async () => {
      const env = { WATCHBILL_SANDBOX: '', PAGERDUTY_TOKEN: '', DD_APP_KEY: '' };
      const { code, out, err } = await folder.deploy(GO, env);
      expect([code, out, err]).toEqual([
        2,
        '',
        expect.stringMatching(/^not set: PAGERDUTY_TOKEN, DD_APP_KEY\n/),
      ]);
      expect([folder.sandbox.calls, existsSync(folder.at('cdktf.out'))]).toEqual([[], false]);
    });

    test('a day that was left over in the shell: nothing starts', async () => {
      const { code, out, err } = await folder.deploy(GO, { WATCHBILL_AS_OF: '2026-06-01' });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(
        /^note: .*\nASOF002: WATCHBILL_AS_OF is "2026-06-01"[\s\S]+\nnothing was deployed\nTo look a code up: watchbill explain ASOF002\n$/,
      );
      expect([folder.sandbox.calls, existsSync(folder.at('cdktf.out'))]).toEqual([[], false]);
    });

    test('interrupted: the state is written and let go, and what was being made can be adopted', async () => {
      const { code, out, err } = await folder.deploy(GO, OWN_PROVIDERS, (child) => {
        let said = '';
        child.stdout?.on('data', (text: Buffer) => {
          const isFirst = !said.includes('on-call: created');
          said += text;
          // Once: a second one could arrive when the deploy has ended.
          if (isFirst && said.includes('on-call: created')) child.kill('SIGINT');
        });
      });
      expect([code, out]).toEqual([1, expect.stringContaining('on-call: created')]);
      expect(inOneLine(err)).toContain(
        'interrupted: waiting until Terraform has stopped and written its state',
      );
      expect(inOneLine(err)).toMatch(
        / Not deployed, or in part, to the SANDBOX [^;]+; data data; as of [^;]+ $/,
      );
      expect(folder.sandbox.state.datadog.monitors).toEqual([]);
      expect(readdirSync(folder.path).filter((name) => name.includes('lock.info'))).toEqual([]);
      expect(planFiles()).toEqual([]);
      // Providers do not wait for the answer to everything that they have sent.
      expect(err).toContain('\n  run npx watchbill adopt, then deploy again');
      expect((await folder.run(process.execPath, ['bin/watchbill.js', 'adopt'])).code).toBe(0);
    });

    test('npm run deploy puts both stacks there, says what it means first and last, and keeps secrets', async () => {
      // Written by somebody who let others read it.
      writeFileSync(folder.at('terraform.monitors.sandbox.tfstate.backup'), '{}', { mode: 0o644 });
      const args = ['run', '--silent', 'deploy', '--', '--terraform', program, ...GO, '--data', 'data'];
      const { code, out, err } = await folder.run('npm', args, OWN_PROVIDERS);
      expect([code, err]).toEqual([
        0,
        'note: TF_CLI_CONFIG_FILE names no file ("/nowhere/of/anybody.tfrc"): ignored\n',
      ]);
      const meant = `the SANDBOX ${folder.sandbox.url} \\(WATCHBILL_SANDBOX\\); data data; as of [^;]+ \\(Asia/Kuala_Lumpur\\)`;
      expect(inOneLine(out)).toMatch(new RegExp(`^Deploying to ${meant} on-call: .* Deployed to ${meant} $`));
      expect(out).toContain('\nmonitors: created monitor ');
      const { pagerduty, datadog } = folder.sandbox.state;
      expect([pagerduty.schedules.length, datadog.monitors.length]).toEqual([2, 16]);
      const secret = [...STATES, 'terraform.monitors.sandbox.tfstate.backup'];
      expect(secret.map((name) => (statSync(folder.at(name)).mode & 0o777).toString(8))).toEqual(
        secret.map(() => '600'),
      );
      expect(planFiles()).toEqual([]);
      rmSync(folder.at('imports.sandbox.json'), { force: true });
      expect(
        folder.files().filter(([name, text]) => /cdk\.tf\.json$/.test(name) && text.includes(folder.path)),
      ).toEqual([]);
    });

    test('a second plan is empty, and changes and locks nothing', async () => {
      const before = writes();
      const { code, out } = await folder.deploy(['--plan-only']);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(
          /^Planning for [\s\S]+\non-call: nothing to change\nmonitors: nothing to change\nPlanned for /,
        ),
      ]);
      expect(writes()).toBe(before);
    });

    test('without a terminal and without --auto-approve nothing starts', async () => {
      const { code, err } = await folder.deploy([]);
      expect([code, err]).toEqual([2, expect.stringMatching(/^DEPL003: /)]);
    });

    test('another rotation is told in people and dates; another plan than the approved one is refused', async () => {
      const from = handOff(2);
      const turn = Math.round(
        from.since('2026-01-05T09:00[Asia/Kuala_Lumpur]').total({ unit: 'weeks', relativeTo: from }),
      );
      const [now = '', next = ''] = [0, 1].map((ahead) => ORDER[(turn + ahead) % ORDER.length]);
      const order = [next, now, ...ORDER.filter((name) => name !== next && name !== now)];
      const changed = withGrowthFrom(files, from.toPlainDate().toString(), order);
      folder.write(changed);
      const { code, out } = await folder.deploy(['--plan-only', '--summary', 'approved.json', '--addresses']);
      expect(code).toBe(0);
      expect(out).toContain(
        `on-call: changes 1 schedule\n  ~ schedule Investor growth\n      ${dateText(from)} 09:00 to `,
      );
      expect(inOneLine(out)).toContain(`: ${next} instead of ${now} `);
      expect(out).toContain('\n~   pagerduty_schedule.growth\nmonitors: nothing to change\n');

      folder.write(withGrowthFrom(files, from.toPlainDate().toString(), [...order].reverse()));
      const before = writes();
      const refused = await deploy('--expect', 'approved.json');
      expect(refused.code).toBe(4);
      expect(refused.err).toMatch(
        /DEPL004: this is not the plan that was approved .*\n {2}on-call: pagerduty_schedule\.growth: the plan changes it, to or from other values/,
      );
      expect(inOneLine(refused.err)).toMatch(/ Not deployed to the SANDBOX /);
      expect(writes()).toBe(before);
      folder.write(changed);
      rotated = changed;
    });

    test('killed between the stacks: the next run finishes what was approved', async () => {
      // Both stacks have something to change.
      folder.write(
        edited(rotated, 'runbooks/aggregate-profit.md', (text) =>
          text.replace('tolerancePercent: 1', 'tolerancePercent: 2'),
        ),
      );
      await folder.deploy(['--plan-only', '--summary', 'approved.json']);
      // The process that deploys is gone in the moment at which the second stack begins.
      const killer = folder.wrapped('case "$1 $PWD" in "apply "*/monitors) kill -9 $PPID; exit 1;; esac');
      const killed = await deploy('--terraform', killer, '--expect', 'approved.json');
      expect([killed.code, planFiles()]).toEqual(['SIGKILL', STACKS]);
      expect(killed.out).toContain('\non-call: done\n');
      const { code, out } = await deploy('--expect', 'approved.json');
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(
          /\non-call: nothing to change\nmonitors: changes 1 monitor\n[\s\S]+\n {6}threshold: 1 -> 2\n/,
        ),
      ]);
      expect(planFiles()).toEqual([]);
    });

    test('a plan that has gone stale is not applied', async () => {
      folder.write(files);
      const meanwhile = folder.wrapped(
        '[ "$1" = apply ] && $REAL apply -input=false -auto-approve >/dev/null',
      );
      const stale = await deploy('--terraform', meanwhile);
      expect([stale.code, stale.err]).toEqual([
        1,
        expect.stringMatching(
          /Saved plan is stale\n[\s\S]*DEPL105: the state has changed since the plan was made/,
        ),
      ]);
      expect(planFiles()).toEqual([]);
      expect(await deploy()).toMatchObject({ code: 0 });
    });

    test('what exists already is adopted, a refused key is the key: each failure has its own advice', async () => {
      const [state = ''] = STATES;
      renameSync(folder.at(state), folder.at('away.tfstate'));
      const exists = await deploy();
      expect([exists.code, exists.err]).toEqual([
        1,
        expect.stringMatching(
          /on-call: apply failed\n[\s\S]+ has already been taken[\s\S]+\nDEPL101: [\s\S]+ watchbill adopt/,
        ),
      ]);
      expect(exists.err).not.toContain('DEPL102');
      renameSync(folder.at('away.tfstate'), folder.at(state));

      folder.fault = ({ path }) =>
        path.includes('/api/v1/monitor')
          ? { kind: 'status', status: 403, body: { errors: ['Forbidden'] } }
          : undefined;
      const refused = await deploy();
      folder.fault = () => undefined;
      expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/\nDEPL102: a key is refused/)]);
      expect(refused.err).not.toContain('DEPL101');
      expect(inOneLine(refused.err)).toMatch(/ Not deployed to the SANDBOX /);
    });

    test('everything is removed only by the account that is meant', async () => {
      expect(await deploy('--destroy')).toMatchObject({ code: 2, err: expect.stringMatching(/^DEPL006: /) });
      const other = await deploy('--destroy', '--account', 'another.pagerduty.com');
      expect(other).toMatchObject({
        code: 2,
        err: expect.stringContaining(`DEPL006: the key opens ${ACCOUNT}`),
      });
      expect(folder.sandbox.state.pagerduty.services).not.toEqual([]);

      const { code, out } = await deploy('--destroy', '--account', ACCOUNT);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/^Removing from [\s\S]+\nRemoved from [\s\S]+$/),
      ]);
      // What names handles goes before the handles.
      expect(out.indexOf('\nmonitors: done\n')).toBeLessThan(out.indexOf('\non-call: done\n'));
      const { pagerduty, datadog } = folder.sandbox.state;
      expect([pagerduty.schedules, pagerduty.services, datadog.monitors]).toEqual([[], [], []]);
    });

    test('no key in anything that was printed or written', () => {
      expect(folder.leaks()).toEqual([]);
      expect(folder.files().map(([name]) => name)).toEqual(
        expect.arrayContaining(['approved.json', ...STATES]),
      );
    });
  });
}

/** A new version of growth's order, at the end of the file. */
function withGrowthFrom(files: DataFiles, from: string, names: readonly string[]): DataFiles {
  const order = names.map((name) => name.toLowerCase()).join(', ');
  return edited(
    files,
    'rotations.yaml',
    (text) => `${text.trimEnd()}\n    - from: ${from}\n      order: [${order}]\n`,
  );
}
