import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chosenBackend } from '../../src/state/backend';
import type { Backend } from '../../src/state/backendSchema';
import { watchbillApp } from '../../stacks/app';
import { AS_OF, catalogOf, FILES } from '../stacks/xyzTech';

const catalog = catalogOf(FILES);
const outdir = mkdtempSync(join(tmpdir(), 'watchbill-backend-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const fromContext = (backend: unknown) => chosenBackend({ env: {}, context: { backend } });
const fromVariable = (backend: unknown) =>
  chosenBackend({ env: { WATCHBILL_BACKEND: JSON.stringify(backend) }, context: {} });

/** The backend of both stacks, as Terraform reads it. */
function synthesized(backend: Backend, sandbox?: string): [unknown, unknown] {
  watchbillApp(
    { catalog, asOf: AS_OF, backend, ...(sandbox === undefined ? {} : { sandbox }) },
    outdir,
  ).synth();
  const read = (stack: string) =>
    JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')).terraform.backend;
  return [read('on-call'), read('monitors')];
}

/** What is said of a choice that is refused. */
function refusal(choose: () => unknown): string {
  try {
    return `taken: ${JSON.stringify(choose())}`;
  } catch (error) {
    expect(error).toMatchObject({ name: 'UsageError' });
    return (error as Error).message;
  }
}

test.each<[unknown, unknown, unknown]>([
  [
    { type: 's3', bucket: 'xyz-state', region: 'ap-southeast-1', endpoints: { s3: 'http://127.0.0.1:9000' } },
    {
      s3: {
        bucket: 'xyz-state',
        region: 'ap-southeast-1',
        endpoints: { s3: 'http://127.0.0.1:9000' },
        encrypt: true,
        use_lockfile: true,
        key: 'watchbill/on-call.tfstate',
      },
    },
    { s3: expect.objectContaining({ key: 'watchbill/monitors.tfstate' }) },
  ],
  [
    { type: 'gcs', bucket: 'xyz-state', prefix: 'data/alerts' },
    { gcs: { bucket: 'xyz-state', prefix: 'data/alerts/on-call' } },
    { gcs: { bucket: 'xyz-state', prefix: 'data/alerts/monitors' } },
  ],
  [
    { type: 'azurerm', storage_account_name: 'xyz', container_name: 'state', use_azuread_auth: true },
    {
      azurerm: {
        storage_account_name: 'xyz',
        container_name: 'state',
        use_azuread_auth: true,
        key: 'watchbill/on-call.tfstate',
      },
    },
    { azurerm: expect.objectContaining({ key: 'watchbill/monitors.tfstate' }) },
  ],
  [
    { type: 'remote', organization: 'xyz-tech' },
    { remote: { organization: 'xyz-tech', workspaces: { name: 'watchbill-on-call' } } },
    { remote: { organization: 'xyz-tech', workspaces: { name: 'watchbill-monitors' } } },
  ],
  [
    { type: 'pg', prefix: 'alerts' },
    { pg: { schema_name: 'alerts_on_call' } },
    { pg: { schema_name: 'alerts_monitors' } },
  ],
])('%j', (settings, onCall, monitors) => {
  expect(synthesized(fromContext(settings))).toEqual([onCall, monitors]);
});

test('by default a file in the working directory, named without this machine', () => {
  const folder = relative(join(outdir, 'stacks/on-call'), process.cwd());
  expect(synthesized(chosenBackend({ env: {}, context: {} }))[0]).toEqual({
    local: { path: `${folder}/terraform.on-call.tfstate` },
  });
  expect(synthesized({ type: 'local' }, 'http://127.0.0.1:1')[0]).toEqual({
    local: { path: `${folder}/terraform.on-call.sandbox.tfstate` },
  });
  const inside = watchbillApp({ catalog, asOf: AS_OF }, 'cdktf.out');
  const [backend] = inside.node.findAll().filter(({ node }) => node.path === 'on-call/Backend');
  expect((backend as unknown as { toTerraform(): unknown }).toTerraform()).toEqual({
    terraform: { backend: { local: { path: '../../../terraform.on-call.tfstate' } } },
  });
});

test('the variable wins over cdktf.json, which a sandbox does not touch', () => {
  const context = { backend: { type: 'pg' } };
  const pg = { type: 'pg', prefix: 'watchbill' };
  expect(chosenBackend({ env: {}, context })).toEqual(pg);
  expect(chosenBackend({ env: { WATCHBILL_BACKEND: '{"type":"local"}' }, context })).toEqual({
    type: 'local',
  });
  const sandbox = { WATCHBILL_SANDBOX: 'http://127.0.0.1:1' };
  expect(chosenBackend({ env: sandbox, context })).toEqual({ type: 'local' });
  expect(chosenBackend({ env: { ...sandbox, WATCHBILL_BACKEND: '{"type":"pg"}' }, context: {} })).toEqual(pg);
});

test.each([
  ['s3', 'access_key', 'AWS_ACCESS_KEY_ID'],
  ['s3', 'secretKey', 'AWS_SECRET_ACCESS_KEY'],
  ['gcs', 'credentials', 'GOOGLE_CREDENTIALS'],
  ['azurerm', 'sas_token', 'ARM_SAS_TOKEN'],
  ['remote', 'token', 'TF_TOKEN_app_terraform_io'],
  ['pg', 'conn_str', 'PG_CONN_STR'],
])('%s: %s is refused, and %s named instead', (type, key, variable) => {
  const settings = { type, [key]: 'canary' };
  for (const said of [refusal(() => fromContext(settings)), refusal(() => fromVariable(settings))]) {
    expect(said).toContain(`${key} is a secret`);
    expect(said).toContain(variable);
    expect(said).not.toContain('canary');
  }
});

test.each<[unknown, string]>([
  [{ type: 's3', bucket: 'b', region: 'r', constructor: 1 }, 's3 has no constructor'],
  [{ type: 'consul' }, 'has type "consul"\n  write one of local, s3, gcs, azurerm, remote, pg'],
  [{ bucket: 'b' }, 'has no type'],
  ['s3', 'has no type'],
  [{ type: 's3' }, 's3 needs bucket\n  add it'],
  [{ type: 'gcs', bucket: 7 }, 'bucket is 7'],
  [{ type: 'gcs', bucket: 'b', region: 'eu' }, 'gcs has no region\n  write type, bucket, prefix,'],
  [{ type: 'pg', prefix: 'On-call' }, 'prefix is "On-call"\n  write a schema name of a-z 0-9 _'],
  [{ type: 's3', bucket: 'b', prefix: '/a' }, 'prefix is "/a"'],
  [{ type: 's3', bucket: '${var.b}' }, 'bucket is "${var.b}"'],
  [{ type: 's3', bucket: 'b', endpoints: { s3: 'http://me:canary@s3' } }, 'endpoints.s3 is (not shown)'],
])('%j is refused', (settings, said) => {
  expect(refusal(() => fromContext(settings))).toContain(said);
  expect(refusal(() => fromContext(settings))).toContain("backend in cdktf.json's context");
});

test('what is no JSON is not shown', () => {
  const said = refusal(() =>
    chosenBackend({ env: { WATCHBILL_BACKEND: 'postgres://me:canary@db/state' }, context: {} }),
  );
  expect(said).toContain('WATCHBILL_BACKEND is not valid JSON');
  expect(said).not.toContain('canary');
});
