import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepPrivate } from '../../../src/verbs/deploy/privateFiles';

const before = process.umask();
let folder: string;
beforeEach(() => {
  process.umask(0o022);
  folder = mkdtempSync(join(tmpdir(), 'watchbill-private-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => process.umask(before));

const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);
const write = (name: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), '{}');
  chmodSync(join(folder, name), 0o644);
};

test('only the owner reads the states and plans that are there, and whatever is written from now on', () => {
  const secret = [
    'terraform.on-call.tfstate',
    'terraform.on-call.tfstate.backup',
    'terraform.monitors.sandbox.tfstate',
    '.terraform.monitors.tfstate.lock.info',
    'cdktf.out/stacks/on-call/plan',
    'cdktf.out/stacks/monitors/terraform.monitors.tfstate',
  ];
  const open = ['cdktf.json', 'data/planned', 'cdktf.out/stacks/on-call/cdk.tf.json', 'imports.json'];
  for (const name of [...secret, ...open]) write(name);
  expect(keepPrivate(folder)).toEqual([]);
  expect(secret.map(mode)).toEqual(secret.map(() => '600'));
  expect(open.map(mode)).toEqual(open.map(() => '644'));
  writeFileSync(join(folder, 'terraform.fresh.tfstate'), '{}');
  expect(mode('terraform.fresh.tfstate')).toBe('600');
});
