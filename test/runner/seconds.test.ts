import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TEST = resolve(__dirname, '..');
const { LONG_ONES, secondsOf }: { LONG_ONES: Record<string, number>; secondsOf: (path: string) => number } =
  require('./seconds.js');
const Sequencer: new (
  options: object,
) => { sort(tests: object[]): { path: string }[] } = require('./sequencer.js');

test('the suites that are named are there', () => {
  const folders = ['', 'verbs/'];
  const gone = Object.keys(LONG_ONES).filter((end) =>
    folders.every((folder) => !existsSync(join(TEST, folder, end))),
  );
  expect(gone).toEqual([]);
});

test('a suite that is named, one of a kind, and a unit test', () => {
  expect(secondsOf('C:\\watchbill\\test\\system\\nodes.long.test.ts')).toBe(65);
  expect(secondsOf('/watchbill/test/deploy/drift.deploy.test.ts')).toBe(30);
  expect(secondsOf('/watchbill/test/roster/cover.test.ts')).toBe(0.3);
});

test('the longest begin first, whatever the size of their files', () => {
  const size = { 'cover.test.ts': 900, 'system/nodes.long.test.ts': 1, 'drift.deploy.test.ts': 100 };
  const context = {
    config: { cache: false },
    hasteFS: { getSize: (path: string) => size[path.slice(3) as keyof typeof size] },
  };
  const tests = Object.keys(size).map((name) => ({ path: `/t/${name}`, context }));
  expect(new Sequencer({}).sort(tests).map(({ path }) => path)).toEqual([
    '/t/system/nodes.long.test.ts',
    '/t/drift.deploy.test.ts',
    '/t/cover.test.ts',
  ]);
});
