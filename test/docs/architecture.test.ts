import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const FOLDERS = ['bin', 'data', 'docs', 'schemas', 'scripts', 'src', 'stacks', 'test'];
const FILES = [
  ...readdirSync(ROOT),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ),
];

/** What builds write, and no clone has. */
const WRITTEN = ['build.json'];

test('every file that ARCHITECTURE.md names is there', () => {
  const named = [...PAGE.matchAll(/`([\w.\-/]+\.(?:ts|js|yaml|md|json))`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(50);
  const gone = named.filter((path) => !FILES.some((file) => file === path || file.endsWith(`/${path}`)));
  expect(gone.filter((path) => !WRITTEN.includes(path))).toEqual([]);
});
