import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
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

  const deploy = (changes: Record<string, string> = {}) =>
    new Promise<{ code: unknown; out: string }>((done) => {
      const own = { CI: '1', WATCHBILL_AS_OF: '', WATCHBILL_DATA: '', WATCHBILL_BACKEND: '' };
      const env = environment({
        ...own,
        ...sandbox.env,
        WATCHBILL_SANDBOX: sandbox.url,
        CDKTF_CONTEXT_JSON: '',
        ...changes,
      });
      const args = ['run', '--silent', 'deploy', '--', '--auto-approve', '--skip-provider-lock'];
      execFile('npm', args, { cwd: folder, env, timeout: 200_000 }, (error, stdout, stderr) =>
        done({ code: error === null ? 0 : error.code, out: stdout + stderr }),
      );
    });

  test('without a key it says which, and nothing starts', async () => {
    const { code, out } = await deploy({ PAGERDUTY_TOKEN: '', DD_APP_KEY: '' });
    expect(out).toContain('not set: PAGERDUTY_TOKEN, DD_APP_KEY\n');
    expect([code, sandbox.calls, existsSync(join(folder, 'cdktf.out'))]).toEqual([2, [], false]);
  });

  test('puts both stacks there; a second plan is empty; no key and no path of the machine in what is synthesized', async () => {
    const { code, out } = await deploy();
    expect([code, out]).toEqual([0, expect.stringContaining('[monitors]: planned as of')]);
    const { pagerduty, datadog } = sandbox.state;
    expect([pagerduty.schedules.length, datadog.monitors.length]).toEqual([2, 16]);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.tfstate'))
        .sort(),
    ).toEqual(STATES);

    const stacks = ['on-call', 'monitors'].map((stack) => join(folder, 'cdktf.out/stacks', stack));
    const synthesized = stacks.map((stack) => readFileSync(join(stack, 'cdk.tf.json'), 'utf8')).join();
    const states = STATES.map((name) => readFileSync(join(folder, name), 'utf8')).join();
    for (const key of Object.values(sandbox.tokens)) expect(synthesized + states + out).not.toContain(key);
    expect(synthesized).not.toContain(folder);
    for (const stack of stacks) expect(await new Terraform(stack, sandbox.env).planText()).toBe('');
  });
});
