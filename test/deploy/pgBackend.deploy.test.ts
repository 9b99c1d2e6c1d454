import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox';
import { watchbillApp } from '../../stacks/app';
import { STACKS } from '../../stacks/stackNames';
import { suiteUnless } from '../suite';
import { Postgres, whyNoPostgres } from '../support/postgres';
import { Terraform, whyNoTerraform } from '../support/terraform';
import { holdLock } from './heldLock';
import { catalogOf, presentSecond, usersOf, xyzTech } from './team';

jest.setTimeout(240_000);

const missing = whyNoPostgres() ?? whyNoTerraform();

const PASSWORD = 'canary-state-password';

suiteUnless(missing, "both stacks' states in one PostgreSQL", () => {
  let outdir: string;
  let postgres: Postgres;
  let sandbox: Sandbox;
  let env: Record<string, string>;
  const terraform = (stack: (typeof STACKS)[number]) => new Terraform(join(outdir, 'stacks', stack), env);

  beforeAll(async () => {
    outdir = mkdtempSync(join(tmpdir(), 'watchbill-pg-'));
    postgres = Postgres.start(PASSWORD);
    const catalog = catalogOf(xyzTech());
    sandbox = await startSandbox({ users: usersOf(catalog) });
    env = { ...sandbox.env, PG_CONN_STR: postgres.connection };
    watchbillApp(
      {
        catalog,
        asOf: presentSecond(),
        sandbox: sandbox.url,
        backend: { type: 'pg', prefix: 'watchbill' },
      },
      outdir,
    ).synth();
    for (const stack of STACKS) {
      await terraform(stack).ok('init', '-input=false', '-no-color');
      await terraform(stack).apply();
    }
  });
  afterAll(async () => {
    await sandbox?.stop();
    postgres?.stop();
    rmSync(outdir, { recursive: true, force: true });
  });

  test('each stack has a schema of its own, with its own state in it', () => {
    expect(
      postgres.rows(
        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'watchbill%' ORDER BY 1",
      ),
    ).toEqual(['watchbill_monitors', 'watchbill_on_call']);
    const types = (schema: string) =>
      postgres.rows(
        `SELECT DISTINCT split_part(r->>'type', '_', 1) FROM ${schema}.states, json_array_elements(data::json->'resources') r WHERE r->>'type' IN ('datadog_monitor', 'pagerduty_schedule')`,
      );
    expect(types('watchbill_on_call')).toEqual(['pagerduty']);
    expect(types('watchbill_monitors')).toEqual(['datadog']);
  });

  test('a second plan is empty', async () => {
    for (const stack of STACKS) expect(await terraform(stack).planText()).toBe('');
  });

  test('while one deploys, a second of the same stack is refused by the lock; the other stack is free', async () => {
    const lock = await holdLock(join(outdir, 'stacks/on-call'), env);
    try {
      const second = await terraform('on-call').run('apply', '-input=false', '-no-color', '-auto-approve');
      expect(second).toMatchObject({
        code: 1,
        out: expect.stringContaining('Error acquiring the state lock'),
      });
      expect(await terraform('monitors').planText()).toBe('');
    } finally {
      expect(await lock.release()).toBe(1);
    }
    expect(await terraform('on-call').planText()).toBe('');
  });

  test('the password is in no file that Terraform reads or writes', () => {
    const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile() && /\.(json|tfstate|hcl)$/.test(file.name),
    );
    expect(files.map(({ name }) => name)).toContain('cdk.tf.json');
    const leaks = files
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => readFileSync(path, 'utf8').includes(PASSWORD));
    expect(leaks).toEqual([]);
  });
});
