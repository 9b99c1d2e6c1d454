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
import { join } from 'node:path';
import { useOwnRecord } from '../../../../src/verbs/deploy/terraform/ownRecord';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-record-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Has a stack synthesized whose state is kept there. */
function synthesize(backend: object): void {
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: { backend } }));
}

/** What `terraform init` leaves. */
function record(text: string): void {
  mkdirSync(join(folder, '.terraform'), { recursive: true });
  writeFileSync(join(folder, '.terraform', 'terraform.tfstate'), text);
}

function presentRecord(): string | undefined {
  const path = join(folder, '.terraform', 'terraform.tfstate');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const SANDBOX = { local: { path: '../../../terraform.on-call.sandbox.tfstate' } };
const ACCOUNTS = { local: { path: '../../../terraform.on-call.tfstate' } };
const OF_SANDBOX = JSON.stringify({ backend: { type: 'local', config: SANDBOX.local } });
const OF_ACCOUNTS = JSON.stringify({ backend: { type: 's3', config: { key: 'watchbill/on-call.tfstate' } } });

test('a sandbox first, then the accounts, then the sandbox again: each finds its own record', () => {
  synthesize(SANDBOX);
  useOwnRecord(folder, 'on-call');
  record(OF_SANDBOX);
  synthesize(ACCOUNTS);
  useOwnRecord(folder, 'on-call');
  expect(presentRecord()).toBeUndefined();
  record(OF_ACCOUNTS);
  synthesize(SANDBOX);
  useOwnRecord(folder, 'on-call');
  expect(presentRecord()).toBe(OF_SANDBOX);
  synthesize({ s3: { key: 'watchbill/on-call.tfstate' } });
  useOwnRecord(folder, 'on-call');
  expect(presentRecord()).toBe(OF_ACCOUNTS);
});

test("the accounts' state that moves keeps its record, so that Terraform asks", () => {
  record(OF_ACCOUNTS);
  synthesize({ gcs: { prefix: 'watchbill/on-call' } });
  useOwnRecord(folder, 'on-call');
  expect(presentRecord()).toBe(OF_ACCOUNTS);
  expect(readdirSync(join(folder, '.terraform'))).toEqual(['terraform.tfstate']);
});

test('one that was put aside by a deploy that was killed is found again', () => {
  synthesize(ACCOUNTS);
  record(OF_SANDBOX);
  useOwnRecord(folder, 'on-call');
  synthesize(SANDBOX);
  useOwnRecord(folder, 'on-call');
  expect(presentRecord()).toBe(OF_SANDBOX);
});
