import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../text/usageError';
import { shown } from '../../text/visible';
import type { Files } from './files/dataFiles';

/** What a folder may contain beforehand: the history of a repository, to which nothing is written. */
const HARMLESS = ['.git'];
/** Most names that are listed. */
const MAX_LISTED = 10;

/**
 * Throws unless a folder is empty or missing, or contains only a repository's history.
 * @throws UsageError that lists what is in the way
 */
export function refuseOccupied(folder: string): void {
  const facts = statSync(folder, { throwIfNoEntry: false });
  if (facts === undefined) return;
  if (!facts.isDirectory()) {
    throw new UsageError(`${shown(folder)} is not a folder\n  name a folder that is empty, or a new one`);
  }
  const names = readdirSync(folder).filter((name) => !HARMLESS.includes(name));
  if (names.length === 0) return;
  const listed = names.sort().slice(0, MAX_LISTED).map(shown).join(', ');
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
  throw new UsageError(
    `${shown(folder)} is not empty, and nothing is overwritten; in the way: ${listed}${more}\n  name a folder that is empty, or a new one`,
  );
}

/**
 * Writes new files. If one of them cannot be written, none of them stays.
 * @throws what the machine refuses
 */
export function writeNew(folder: string, files: Files): void {
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text, { flag: 'wx' });
      written.push(place);
    }
  } catch (error) {
    for (const place of written) rmSync(place, { force: true });
    throw error;
  }
}
