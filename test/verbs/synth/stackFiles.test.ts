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
import { readStacks, written } from '../../../src/verbs/synth/stackFiles';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-files-'));
const OUT = join(folder, 'cdktf.out');
afterAll(() => rmSync(folder, { recursive: true }));

const put = (at: string, name: string, text: string) => {
  mkdirSync(dirname(join(at, name)), { recursive: true });
  writeFileSync(join(at, name), text);
};
/** What cdktf writes: the stacks by name, each with those that are deployed before it. */
const manifest = (dependencies: Readonly<Record<string, readonly string[]>>, version = '1') =>
  JSON.stringify({
    version,
    stacks: Object.fromEntries(
      Object.entries(dependencies).map(([name, each]) => [name, { dependencies: each }]),
    ),
  });
const stacks = (value: string) => (fresh: string) => {
  put(fresh, 'stacks/on-call/cdk.tf.json', `{"on":"${value}"}`);
  put(fresh, 'stacks/monitors/cdk.tf.json', `{"mon":"${value}"}`);
  put(fresh, 'manifest.json', manifest({ monitors: ['on-call'], 'on-call': [] }, value));
};
const read = (name: string) => readFileSync(join(OUT, name), 'utf8');

test('both stacks are read back, and what Terraform keeps next to them stays', () => {
  expect(written(OUT, stacks('one'))).toEqual([{ on: 'one' }, { mon: 'one' }]);
  put(OUT, 'stacks/on-call/.terraform/providers/big', 'x');
  put(OUT, 'stacks/on-call/.terraform.lock.hcl', 'lock');
  expect(written(OUT, stacks('two'))).toEqual([{ on: 'two' }, { mon: 'two' }]);
  expect(read('stacks/on-call/cdk.tf.json')).toBe('{"on":"two"}');
  expect(JSON.parse(read('manifest.json'))).toMatchObject({ version: 'two' });
  expect(read('stacks/on-call/.terraform/providers/big')).toBe('x');
  expect(read('stacks/on-call/.terraform.lock.hcl')).toBe('lock');
});

test('half of it, or an error: what was there stays, and nothing is left next to it', () => {
  written(OUT, stacks('good'));
  const half = (fresh: string) => {
    put(fresh, 'stacks/on-call/cdk.tf.json', '{"on":"half"}');
    put(fresh, 'manifest.json', manifest({ monitors: ['on-call'], 'on-call': [] }));
  };
  expect(() => written(OUT, half)).toThrow('ENOENT');
  expect(() =>
    written(OUT, () => {
      throw new Error('broken');
    }),
  ).toThrow('broken');
  expect(read('stacks/on-call/cdk.tf.json')).toBe('{"on":"good"}');
  expect(readdirSync(folder)).toEqual(['cdktf.out']);
});

test('without a place nothing stays on the disk', () => {
  let at = '';
  const read = written(undefined, (fresh) => {
    at = fresh;
    stacks('gone')(fresh);
  });
  expect([read, existsSync(at)]).toEqual([[{ on: 'gone' }, { mon: 'gone' }], false]);
});

test('any number of stacks, each after those that it depends on; a stack of an earlier time is not read', () => {
  stacks('old')(OUT);
  const names = written(OUT, (fresh) => {
    const all = { a: ['z'], 'a-b': ['a', 'm'], m: [], z: ['m'] };
    for (const name of Object.keys(all)) put(fresh, `stacks/${name}/cdk.tf.json`, `"${name}"`);
    put(fresh, 'manifest.json', manifest(all));
  });
  expect(names).toEqual(['m', 'z', 'a', 'a-b']);
  expect(readStacks(OUT)).toEqual(names);
  expect(existsSync(join(OUT, 'stacks/on-call/cdk.tf.json'))).toBe(true);
});
