import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { cloneInto } from '../clone';
import { suiteUnless } from '../suite';
import { catalogOf, usersOf, xyzTech } from './team';
import { environment, Terraform, whyNoTerraform } from './terraform';

jest.setTimeout(240_000);

const STATES = ['terraform.monitors.sandbox.tfstate', 'terraform.on-call.sandbox.tfstate'];

const missing = whyNoTerraform();

suiteUnless(missing, 'npm run deploy', () => {
  let folder: string;
  let sandbox: Sandbox;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'watchbill-npm-'));
    cloneInto(folder);
    for (const [name, bytes] of xyzTech()) {
      mkdirSync(dirname(join(folder, 'data', name)), { recursive: true });
      writeFileSync(join(folder, 'data', name), bytes);
    }
    sandbox = await startSandbox({ users: usersOf(catalogOf(xyzTech())) });
  });
  afterAll(async () => {
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  // As somebody's shell has them: none may reach a sandbox, or be found in anything that is written.
  const REAL = {
    PAGERDUTY_TOKEN: 'y_NbAkKc66ryYTWUXYEu',
    DD_API_KEY: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    DD_APP_KEY: '9f8e7d6c5b4a392817065f4e3d2c1b0a9f8e7d6c',
  };
  const deploy = (changes: Record<string, string> = {}, ...more: string[]) =>
    new Promise<{ code: unknown; out: string }>((done) => {
      const own = { CI: '1', WATCHBILL_AS_OF: '', WATCHBILL_DATA: '', WATCHBILL_BACKEND: '' };
      const env = environment({
        ...own,
        ...REAL,
        WATCHBILL_SANDBOX: sandbox.url,
        CDKTF_CONTEXT_JSON: '',
        ...changes,
      });
      const args = ['run', '--silent', 'deploy', '--', '--auto-approve', '--skip-provider-lock', ...more];
      execFile('npm', args, { cwd: folder, env, timeout: 200_000 }, (error, stdout, stderr) =>
        done({ code: error === null ? 0 : error.code, out: stdout + stderr }),
      );
    });

  test('without a key it says which, and nothing starts', async () => {
    const { code, out } = await deploy({ WATCHBILL_SANDBOX: '', PAGERDUTY_TOKEN: '', DD_APP_KEY: '' });
    expect(out).toContain('not set: PAGERDUTY_TOKEN, DD_APP_KEY\n');
    expect([code, sandbox.calls, existsSync(join(folder, 'cdktf.out'))]).toEqual([2, [], false]);
  });

  test('a day that was left over in the shell: nothing starts', async () => {
    const { code, out } = await deploy({ WATCHBILL_AS_OF: '2026-06-01' });
    expect(out).toMatch(/^ASOF002: WATCHBILL_AS_OF is "2026-06-01"[\s\S]+\nnothing was deployed\n$/);
    expect([code, sandbox.calls, existsSync(join(folder, 'cdktf.out'))]).toEqual([2, [], false]);
  });

  test('puts both stacks there; a second plan is empty; no key and no path of the machine in what is synthesized', async () => {
    // Written by somebody who let others read it.
    writeFileSync(join(folder, 'terraform.on-call.sandbox.tfstate.backup'), '{}', { mode: 0o644 });
    const { code, out } = await deploy({}, '--data', 'data');
    expect([code, out]).toEqual([0, expect.stringContaining('[monitors]: planned as of')]);
    const words = out.replaceAll(/\s+/g, ' ');
    const meant = `the SANDBOX ${sandbox.url} \\(WATCHBILL_SANDBOX\\); data data; as of [^;]+ \\(Asia/Kuala_Lumpur\\)`;
    expect(words).toMatch(new RegExp(`^Deploying to ${meant} `));
    expect(words).toMatch(new RegExp(` Deployed to ${meant} $`));
    const { pagerduty, datadog } = sandbox.state;
    expect([pagerduty.schedules.length, datadog.monitors.length]).toEqual([2, 16]);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.tfstate'))
        .sort(),
    ).toEqual(STATES);
    const withSecrets = [
      ...STATES,
      'terraform.on-call.sandbox.tfstate.backup',
      ...['on-call', 'monitors'].map((stack) => `cdktf.out/stacks/${stack}/plan`),
    ];
    const modes = withSecrets
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8));
    expect(new Set(modes)).toEqual(new Set(['600']));

    const stacks = ['on-call', 'monitors'].map((stack) => join(folder, 'cdktf.out/stacks', stack));
    const synthesized = stacks.map((stack) => readFileSync(join(stack, 'cdk.tf.json'), 'utf8')).join();
    const states = STATES.map((name) => readFileSync(join(folder, name), 'utf8')).join();
    for (const key of [...Object.values(sandbox.tokens), ...Object.values(REAL)]) {
      expect(synthesized + states + out).not.toContain(key);
    }
    expect(synthesized).not.toContain(folder);
    for (const stack of stacks) expect(await new Terraform(stack, sandbox.env).planText()).toBe('');
  });
});
