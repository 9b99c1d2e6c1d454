import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { chosenBackend } from '../../src/state/backend';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { Terraform, whyNoTerraform } from '../support/terraform';
import { holdLock, planThatWaits } from './heldLock';
import { S3Server, whyNoS3Server } from './s3Server';
import { catalogOf, presentSecond, usersOf, xyzTech } from './team';

jest.setTimeout(240_000);

const missing = whyNoS3Server() ?? whyNoTerraform();

const CREDENTIAL = { accessKey: 'canary-access-key', secretKey: 'canary-secret-key' };
const BUCKET = 'xyz-state';

suiteUnless(missing, "both stacks' states in one S3 bucket", () => {
  let outdir: string;
  let s3: S3Server;
  let sandbox: Sandbox;
  let env: Record<string, string>;
  const folder = (stack: (typeof STACKS)[number]) => join(outdir, 'stacks', stack);
  const terraform = (stack: (typeof STACKS)[number]) => new Terraform(folder(stack), env);

  beforeAll(async () => {
    outdir = mkdtempSync(join(tmpdir(), 'watchbill-s3-'));
    s3 = await S3Server.start(CREDENTIAL, BUCKET);
    const catalog = catalogOf(xyzTech());
    sandbox = await startSandbox({ users: usersOf(catalog) });
    env = {
      ...sandbox.env,
      AWS_ACCESS_KEY_ID: CREDENTIAL.accessKey,
      AWS_SECRET_ACCESS_KEY: CREDENTIAL.secretKey,
      // Nobody's own settings.
      AWS_PROFILE: '',
      AWS_SESSION_TOKEN: '',
      AWS_CONFIG_FILE: join(outdir, 'none'),
      AWS_SHARED_CREDENTIALS_FILE: join(outdir, 'none'),
    };
    // As docs/deploy.md says it for a server that is not Amazon's.
    const settings = {
      type: 's3',
      bucket: BUCKET,
      prefix: 'data/alerts',
      region: 'us-east-1',
      endpoints: { s3: s3.url },
      use_path_style: true,
      skip_credentials_validation: true,
      skip_metadata_api_check: true,
      skip_requesting_account_id: true,
    };
    const backend = chosenBackend({ env: {}, context: { backend: settings } });
    watchbillApp({ catalog, asOf: presentSecond(), sandbox: sandbox.url, backend }, outdir).synth();
    for (const stack of STACKS) {
      await terraform(stack).ok('init', '-input=false', '-no-color');
      await terraform(stack).apply();
    }
  });
  afterAll(async () => {
    await sandbox?.stop();
    await s3?.stop();
    rmSync(outdir, { recursive: true, force: true });
  });

  test('each stack has an object of its own, with its own state in it, and no lock is left', () => {
    expect(s3.keys(BUCKET)).toEqual(['data/alerts/monitors.tfstate', 'data/alerts/on-call.tfstate']);
    const types = (stack: string) => {
      const state = JSON.parse(s3.text(BUCKET, `data/alerts/${stack}.tfstate`));
      return state.resources.map((each: { type: string }) => each.type);
    };
    expect(types('on-call')).toContain('pagerduty_schedule');
    expect(types('on-call')).not.toContain('datadog_monitor');
    expect(types('monitors')).toContain('datadog_monitor');
    expect(types('monitors')).not.toContain('pagerduty_schedule');
  });

  test('a second plan is empty', async () => {
    for (const stack of STACKS) expect(await terraform(stack).planText()).toBe('');
  });

  test('while one deploys, a second of the same stack is refused, or waits if told to; the other stack is free', async () => {
    const lock = await holdLock(folder('on-call'), env);
    let waiting: Awaited<ReturnType<typeof planThatWaits>> | undefined;
    try {
      expect(s3.keys(BUCKET)).toContain('data/alerts/on-call.tfstate.tflock');
      const second = await terraform('on-call').run('apply', '-input=false', '-no-color', '-auto-approve');
      expect(second).toMatchObject({
        code: 1,
        out: expect.stringContaining('Error acquiring the state lock'),
      });
      expect(second.out).toContain('PreconditionFailed');
      expect(await terraform('monitors').planText()).toBe('');
      waiting = await planThatWaits(folder('on-call'), env);
    } finally {
      expect(await lock.release()).toBe(1);
    }
    // 0: it got the lock, and there is nothing to do.
    expect(await waiting?.ended).toBe(0);
    expect(s3.keys(BUCKET)).toEqual(['data/alerts/monitors.tfstate', 'data/alerts/on-call.tfstate']);
  });

  test('no credential is in a file that Terraform reads or writes', async () => {
    await terraform('on-call').ok('plan', '-input=false', '-no-color', '-out=plan.bin');
    const plan = await terraform('on-call').ok('show', '-json', 'plan.bin');
    const files = readdirSync(outdir, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !file.parentPath.includes('/providers/'))
      .map(({ parentPath, name }) => join(parentPath, name));
    // The backend's settings lie in the latter.
    expect(files).toEqual(
      expect.arrayContaining(
        ['cdk.tf.json', '.terraform/terraform.tfstate'].map((name) => join(folder('on-call'), name)),
      ),
    );
    const written = [
      ...files.map((path) => ({ path, text: readFileSync(path, 'latin1') })),
      ...s3.keys(BUCKET).map((key) => ({ path: key, text: s3.text(BUCKET, key) })),
      { path: 'the plan', text: plan },
    ];
    const secrets = [...Object.values(CREDENTIAL), ...Object.values(sandbox.tokens)];
    const leaks = written.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    expect(leaks.map(({ path }) => path)).toEqual([]);
  });
});
