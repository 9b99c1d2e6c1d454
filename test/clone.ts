import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** What runs, and what it is built from. */
const FILES = [
  'bin',
  'cdktf.json',
  'dist',
  'package-lock.json',
  'package.json',
  'scripts',
  'src',
  'stacks',
  'tsconfig.json',
  'tsconfig.build.json',
];

/**
 * Copies the project without its data into a folder, with the packages linked.
 * @param without what a fresh clone would not have yet, e.g. `dist`
 */
export function cloneInto(folder: string, without: readonly string[] = []): void {
  for (const name of FILES) {
    if (without.includes(name) || !existsSync(join(ROOT, name))) continue;
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  if (without.includes('node_modules')) return;
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** The project without its data: settings of its own, the code linked, which saves copying thousands of files. */
export function linkedInto(folder: string): void {
  for (const name of ['cdktf.json', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name));
  for (const name of ['bin', 'dist', 'node_modules', 'scripts', 'src', 'stacks'])
    symlinkSync(join(ROOT, name), join(folder, name));
}
