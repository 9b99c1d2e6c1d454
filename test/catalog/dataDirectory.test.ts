import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog, MAX_FILE_BYTES, readDataDirectory } from '../../src/catalog';
import { REAL_DATA, told } from './changedData';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is told of the folder, apart from what is missing in it. */
const toldOf = () =>
  loadCatalog(readDataDirectory(folder), 'data')
    .diagnostics.filter(({ code }) => code !== 'FILE001')
    .map(told);

test("XYZ Tech's data has two holiday files and six pages", () => {
  expect([...REAL_DATA.keys()]).toEqual([
    'holidays/2026.yaml',
    'holidays/2027.yaml',
    'leave.yaml',
    'organization.yaml',
    'pipelines.yaml',
    'rotations.yaml',
    'runbooks/aggregate-engagement.md',
    'runbooks/aggregate-growth.md',
    'runbooks/aggregate-profit.md',
    'runbooks/daily-growth-experiments.md',
    'runbooks/failure-classes.md',
    'runbooks/unit-profit-experiments.md',
  ]);
});

test('a folder that is not there is read as empty', () => {
  const files = readDataDirectory(join(folder, 'nowhere'));
  expect(files.size).toBe(0);
  expect(loadCatalog(files, 'nowhere').diagnostics.map(told)).toEqual([
    "FILE001 nowhere:1:1 | run this in the project's folder, or name the data folder with --data",
  ]);
});

test('the folder above the data folder has one problem, which names the data folder', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'package.json'), '{}\n');
  expect(loadCatalog(readDataDirectory(folder), 'on-call/').diagnostics.map(told)).toEqual([
    'FILE001 on-call:1:1 | name the data folder itself: --data on-call/data',
  ]);
  // With data of its own, it is a data folder with something unexpected in it.
  writeFileSync(join(folder, 'organization.yaml'), '{}\n');
  expect(toldOf()).toContain('FILE005 data/:1:1 | move it out of the data folder');
});

test('links to nothing and to themselves, and files that are too large, cannot be read', () => {
  symlinkSync('nothing', join(folder, 'leave.yaml'));
  symlinkSync('pipelines.yaml', join(folder, 'pipelines.yaml'));
  writeFileSync(join(folder, 'rotations.yaml'), 'a'.repeat(MAX_FILE_BYTES + 1));
  const wayOut = 'make it a plain text file of less than 10 MB that you have permission to read';
  expect(toldOf()).toEqual([
    `FILE004 leave.yaml:1:1 | ${wayOut}`,
    `FILE004 pipelines.yaml:1:1 | ${wayOut}`,
    `FILE004 rotations.yaml:1:1 | ${wayOut}`,
  ]);
});

test('a folder that contains itself is not walked forever', () => {
  mkdirSync(join(folder, 'runbooks'));
  symlinkSync('..', join(folder, 'runbooks/again'));
  symlinkSync('.', join(folder, 'loop'));
  expect(toldOf().map((line) => line.slice(0, line.indexOf(':')))).toEqual([
    'FILE005 loop/',
    'FILE005 runbooks/again/',
  ]);
});

test('bytes that are not UTF-8 are told by line', () => {
  writeFileSync(join(folder, 'leave.yaml'), Buffer.from('# one\n# \xff\n', 'latin1'));
  expect(toldOf()).toEqual(['FILE002 leave.yaml:2:1 | save it again as UTF-8, and check this line']);
});

test('hidden files are left alone', () => {
  writeFileSync(join(folder, '.gitkeep'), '');
  expect(readDataDirectory(folder).size).toBe(0);
});

test('pictures of runbooks are known by name and not read, in folders, too; links to folders are not followed', () => {
  mkdirSync(join(folder, 'runbooks/images/old.png'), { recursive: true });
  writeFileSync(join(folder, 'runbooks/images/flow.png'), 'a'.repeat(MAX_FILE_BYTES + 1));
  writeFileSync(join(folder, 'runbooks/images/notes.txt'), 'x');
  symlinkSync('images', join(folder, 'runbooks/again'));
  const files = readDataDirectory(folder);
  expect([...files].map(([path, bytes]) => [path, bytes.length])).toEqual([
    ['runbooks/again/', 0],
    ['runbooks/images/flow.png', 0],
    ['runbooks/images/notes.txt', 1],
    ['runbooks/images/old.png/', 0],
  ]);
});
