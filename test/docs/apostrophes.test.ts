import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const FOLDERS = [
  '.github',
  'bench',
  'bin',
  'data',
  'docs',
  'examples',
  'schemas',
  'scripts',
  'src',
  'stacks',
  'test',
];
const TEXT = /\.(ts|js|json|md|yaml|yml)$/;
/** Written as pages for a browser, not for a terminal. */
const PAGES = /^(src|test)\/verbs\/site\//;

test('apostrophes are straight, so that what a terminal shows can be typed and searched for', () => {
  const files = [
    ...readdirSync(ROOT),
    ...FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    ),
  ].filter((path) => TEXT.test(path) && !PAGES.test(path) && !path.includes('node_modules'));
  expect(files.length).toBeGreaterThan(1_000);
  expect(files.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('\u2019'))).toEqual([]);
});
