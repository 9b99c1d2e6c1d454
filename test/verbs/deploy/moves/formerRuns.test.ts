import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formerRuns } from '../../../../src/verbs/deploy/moves/formerRuns';
import { tellMoves } from '../../../../src/verbs/deploy/moves/refusedMoves';
import type { PlannedStack } from '../../../../src/verbs/deploy/plannedStacks';
import type { Runner } from '../../../../src/verbs/deploy/terraform/run';

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'watchbill-former-'));
beforeAll(() => {
  process.chdir(folder);
  // Where the other stacks have been written.
  mkdirSync('cdktf.out');
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const REQUIRED = { datadog: { source: 'DataDog/datadog', version: '3.82.0' } };
const planned = (stack: string, recorded: readonly string[]) =>
  ({
    json: {
      '//': { metadata: { stackName: stack } },
      data: { pagerduty_user: { aidil: {} } },
      provider: { datadog: [{ api_url: 'http://127.0.0.1:1/' }] },
      resource: { pagerduty_team: { ba: {} } },
      import: [{ id: 'P1', to: 'pagerduty_team.ba' }],
      terraform: { backend: { local: { path: 'x' } }, required_providers: REQUIRED },
    },
    plan: { stack, recorded },
  }) as unknown as PlannedStack;
const stacks = [planned('on-call', ['monitors', 'on-call', 'on-call-web']), planned('monitors', [])];
const former = (env: Record<string, string> = {}) => formerRuns(stacks, {} as Runner, { env });

test('a stack that is gone is one without objects, with its own state, ready for Terraform', () => {
  const [gone, ...others] = former();
  expect([gone?.run.stack, others]).toEqual(['on-call-web', []]);
  expect(gone?.json).toEqual({
    '//': { metadata: { stackName: 'on-call-web' } },
    provider: { datadog: [{ api_url: 'http://127.0.0.1:1/' }] },
    terraform: {
      backend: { local: { path: '../../../terraform.on-call-web.tfstate' } },
      required_providers: REQUIRED,
    },
  });
  expect(JSON.parse(readFileSync('cdktf.out/stacks/on-call-web/cdk.tf.json', 'utf8'))).toEqual(gone?.json);
});

test('its state is where that of all stacks is: a sandbox apart, a backend by its prefix', () => {
  const backend = (env: Record<string, string>) =>
    former(env).map(({ json }) => (json as { terraform: { backend: object } }).terraform.backend);
  expect(backend({ WATCHBILL_SANDBOX: 'http://127.0.0.1:8899' })).toEqual([
    { local: { path: '../../../terraform.on-call-web.sandbox.tfstate' } },
  ]);
  expect(backend({ WATCHBILL_BACKEND: '{"type":"gcs","bucket":"b"}' })).toEqual([
    { gcs: { bucket: 'b', prefix: 'watchbill/on-call-web' } },
  ]);
});

test('moves are told by their stacks, and written as a script; more than a screen or two is only written', () => {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
  };
  const move = (index: number) => ({
    address: `datadog_monitor.m-${index}`,
    from: 'monitors',
    to: index < 2 ? 'monitors-ba' : 'monitors-de',
    isThere: false,
  });
  tellMoves([0, 1, 2].map(move), 'tofu', io);
  expect(said.err).toBe(
    'DEPL008: 3 objects in the state of a stack that another stack defines: a deploy would remove and remake what pages people\n  monitors to monitors-ba: 2 objects\n  monitors to monitors-de: 1 object\n  run sh cdktf.out/moves.sh, which changes the states and no account; then deploy again\nTo look a code up: watchbill explain DEPL008\n',
  );
  expect(said.out).toBe(readFileSync('cdktf.out/moves.sh', 'utf8'));
  said.out = '';
  tellMoves(
    Array.from({ length: 101 }, (_, index) => move(index)),
    'tofu',
    io,
  );
  expect(said.out).toBe('');
  expect(readFileSync('cdktf.out/moves.sh', 'utf8').match(/ state mv /g)).toHaveLength(101);
});
