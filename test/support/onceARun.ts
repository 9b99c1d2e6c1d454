import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How often those who wait look again, in milliseconds. */
const EVERY = 50;
const NOBODY = new Int32Array(new SharedArrayBuffer(4));

/** The folder of this run of jest; test/built.js makes it, test/cleared.js removes it. */
export function runFolder(): string {
  const folder = process.env['WATCHBILL_TEST_RUN'];
  if (folder === undefined) throw new Error('only suites with test/built.js share something in a run');
  return folder;
}

/**
 * What several suites start from: the first that asks makes it, and all others of the run, in whatever
 * process, wait until it is there. Whether a suite is skipped can depend on it, so this is no promise.
 * @param make fills a folder; what it throws, everybody is told
 * @returns the folder, in which nobody changes anything
 */
export function onceARun(name: string, make: (folder: string) => void): string {
  const folder = join(runFolder(), name);
  const outcome = `${folder}.outcome`;
  if (isFirst(folder)) {
    writeFileSync(
      `${outcome}.new`,
      failureOf(() => make(folder)),
    );
    renameSync(`${outcome}.new`, outcome);
  }
  while (!existsSync(outcome)) Atomics.wait(NOBODY, 0, 0, EVERY);
  const failure = readFileSync(outcome, 'utf8');
  if (failure !== '') throw new Error(`${name}, which several suites share, could not be made: ${failure}`);
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function failureOf(make: () => void): string {
  try {
    make();
    return '';
  } catch (error) {
    return String(error);
  }
}
