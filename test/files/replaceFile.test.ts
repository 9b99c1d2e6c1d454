import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { replaceFile } from '../../src/files/replaceFile';

let folder: string;
let path: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'watchbill-files-')));
  path = join(folder, 'kept (1).json');
  writeFileSync(path, 'old');
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = () => readFileSync(path, 'utf8');
const modeOf = (file: string) => statSync(file).mode & 0o777;

test('replaces the text, and leaves nothing next to it', () => {
  const long = 'ü'.repeat(1_000_000);
  replaceFile(path, long);
  expect(text() === long).toBe(true);
  replaceFile(path, '');
  expect([text(), readdirSync(folder)]).toEqual(['', ['kept (1).json']]);
});

test('keeps the permissions of the file, whatever the umask is, unless others are asked for', () => {
  chmodSync(path, 0o664);
  const umask = process.umask(0o077);
  try {
    replaceFile(path, 'new');
    expect(modeOf(path)).toBe(0o664);
    replaceFile(path, 'new', { mode: 0o600 });
    expect(modeOf(path)).toBe(0o600);
    const fresh = join(folder, 'fresh');
    replaceFile(fresh, 'new');
    expect(modeOf(fresh)).toBe(0o600);
  } finally {
    process.umask(umask);
  }
});

test('replaces the file behind a link, which stays a link', () => {
  const link = join(folder, 'link');
  symlinkSync(path, link);
  replaceFile(link, 'new');
  expect([text(), lstatSync(link).isSymbolicLink()]).toEqual(['new', true]);
});

test('checks when the new text is on the disk and the old file still in place', () => {
  const seen: string[] = [];
  const check = () => {
    for (const name of readdirSync(folder)) seen.push(readFileSync(join(folder, name), 'utf8'));
  };
  replaceFile(path, 'new', { check });
  expect([seen.sort(), text()]).toEqual([['new', 'old'], 'new']);
});

test('a check that fails leaves the old file and nothing else', () => {
  const check = () => {
    throw new Error('changed meanwhile');
  };
  expect(() => replaceFile(path, 'new', { check })).toThrow('changed meanwhile');
  expect([text(), readdirSync(folder)]).toEqual(['old', ['kept (1).json']]);
});

test('a run that is killed leaves the old file whole, and the next removes what it left', () => {
  const module = resolve('src/files/replaceFile.ts');
  const program = `require(${JSON.stringify(module)}).replaceFile(${JSON.stringify(path)}, 'new', { check: () => process.kill(process.pid, 'SIGKILL') })`;
  const { signal, pid } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '-e', program]);
  const left = `.kept (1).json.${pid}.new`;
  expect([signal, text(), readdirSync(folder).sort()]).toEqual(['SIGKILL', 'old', [left, 'kept (1).json']]);
  const others = ['.kept (1).json.new', '.kept (1)Xjson.1.new', '.kept 1.json.1.new', 'kept (1).json.1.new'];
  for (const name of others) writeFileSync(join(folder, name), '');
  replaceFile(path, 'newer');
  expect([text(), readdirSync(folder).sort()]).toEqual(['newer', [...others, 'kept (1).json'].sort()]);
});

test('never writes through a link where the new file goes', () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'untouched');
  symlinkSync(victim, join(folder, `.kept (1).json.${process.pid}.new`));
  expect(() => replaceFile(path, 'new')).toThrow('ELOOP');
  expect([text(), readFileSync(victim, 'utf8')]).toEqual(['old', 'untouched']);
});

test('in a folder that does not exist, says so', () => {
  expect(() => replaceFile(join(folder, 'none', 'file'), 'new')).toThrow('ENOENT');
});
