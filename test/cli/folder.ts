import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA } from './run';

const folders: string[] = [];

/** A copy of XYZ Tech's data in which one file is rewritten; removed after the tests. */
export function changedData(path: string, rewrite: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-'));
  folders.push(folder);
  cpSync(DATA, folder, { recursive: true });
  const file = join(folder, path);
  writeFileSync(file, rewrite(readFileSync(file, 'utf8')));
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
