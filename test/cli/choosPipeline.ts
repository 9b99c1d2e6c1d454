import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedData } from './folder';

/**
 * A copy of XYZ Tech's data in which growth is Choo's and Aidil is its secondary owner; Choo is
 * on leave on 1 and 2 December 2026 only, in Thiru's week.
 * @param leave the whole leave file instead
 */
export function choosPipeline(leave = '- { person: choo, from: 2026-12-01, until: 2026-12-02 }\n'): string {
  const folder = changedData('pipelines.yaml', (text) =>
    text.replace('primary: accounts\n  secondary: de', 'primary: choo\n  secondary: aidil'),
  );
  writeFileSync(join(folder, 'leave.yaml'), leave);
  if (!readFileSync(join(folder, 'pipelines.yaml'), 'utf8').includes('primary: choo')) {
    throw new Error('pipelines.yaml is as it was');
  }
  return folder;
}
