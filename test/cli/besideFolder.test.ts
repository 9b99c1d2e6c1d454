import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { besideFolder, removeLeftovers, restoreLast } from '../../src/cli/besideFolder';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watchbill-beside-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The number of a process that has ended. */
const DEAD = spawnSync(process.execPath, ['-e', '']).pid;

/** The name that a folder beside `site` would have if it were another process's. */
function nameOf(pid: number): string {
  const made = besideFolder(join(root, 'site'));
  rmSync(made, { recursive: true });
  return basename(made).replace(`-${process.pid}-`, `-${pid}-`);
}

test('what a dead process left goes, whether it had begun, was writing, or was about to swap', () => {
  for (const inner of [[], ['fresh/people'], ['fresh', 'last']]) {
    const folder = join(root, nameOf(DEAD));
    mkdirSync(folder);
    for (const each of inner) mkdirSync(join(folder, each), { recursive: true });
  }
  expect(readdirSync(root)).toHaveLength(3);
  removeLeftovers(join(root, 'site'));
  expect(readdirSync(root)).toEqual([]);
});

test('what a living process is writing stays', () => {
  const mine = besideFolder(join(root, 'site'));
  // The first process belongs to somebody else on any machine, and lives.
  const other = nameOf(1);
  mkdirSync(join(root, other));
  removeLeftovers(join(root, 'site'));
  expect(readdirSync(root).sort()).toEqual([basename(mine), other].sort());
});

test.each([
  ['a folder beside another folder', (name: string) => name.replace(/^site/, 'site.old')],
  ['a folder of another machine', (name: string) => name.replace(/-[\da-f]{8}-/, '-00000000-')],
  ['a folder of another name', (name: string) => `${name}.bak`],
  ['a folder without a process', () => 'site.watchbill-backup'],
  ['a folder that begins alike', () => 'site.a1B2c3'],
])('%s stays', (_, other) => {
  const name = other(nameOf(DEAD));
  mkdirSync(join(root, name));
  removeLeftovers(join(root, 'site'));
  expect(readdirSync(root)).toEqual([name]);
});

test('a file, a link and a folder with anything else stay, whatever their names', () => {
  const [file, link, folder] = [nameOf(DEAD), nameOf(DEAD), nameOf(DEAD)].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(join(root, 'kept/fresh'), { recursive: true });
  writeFileSync(file, 'mine');
  symlinkSync(join(root, 'kept'), link);
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  removeLeftovers(join(root, 'site'));
  expect(readdirSync(root)).toHaveLength(4);
  expect(readdirSync(join(root, 'kept'))).toEqual(['fresh']);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test('what a folder contained comes back if a process died between the two renames', () => {
  const site = join(root, 'site');
  const folder = join(root, nameOf(DEAD));
  for (const each of ['fresh', 'last']) {
    mkdirSync(join(folder, each), { recursive: true });
    writeFileSync(join(folder, each, 'index.html'), each);
  }
  restoreLast(site);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('last');
  // Once the folder is there again, nothing takes its place.
  mkdirSync(join(folder, 'last'));
  restoreLast(site);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('last');
});

test('nothing comes back of what a process had only begun, nor of one that lives, nor where there is no folder', () => {
  mkdirSync(join(root, nameOf(DEAD), 'fresh'), { recursive: true });
  mkdirSync(join(root, nameOf(1), 'last'), { recursive: true });
  restoreLast(join(root, 'site'));
  restoreLast(join(root, 'nowhere', 'site'));
  expect(existsSync(join(root, 'site'))).toBe(false);
});
