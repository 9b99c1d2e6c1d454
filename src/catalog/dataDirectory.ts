import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFiles, isPicture, MAX_FILE_BYTES, NESTED_FOLDERS, UnreadableFile } from './dataFiles';

/** Folders of a data folder; anything else is reported by name and not entered. */
export const DATA_FOLDERS = ['holidays', 'runbooks'];

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'it is a link to nothing'],
  ['ELOOP', 'it is a link that leads back to itself'],
]);

/**
 * Reads a data folder from disk; the only place of the catalog that does. It never
 * throws: a folder that is missing is read as empty, a file that cannot be read
 * becomes an `UnreadableFile`, and `loadCatalog` reports both.
 */
export function readDataDirectory(directory: string): DataFiles {
  const files = new Map<string, Uint8Array>();
  for (const name of namesIn(directory)) {
    if (name.startsWith('.')) continue;
    const path = join(directory, name);
    if (!isDirectory(path)) files.set(name, read(path));
    else if (DATA_FOLDERS.includes(name)) readFolder(path, name, files);
    else files.set(`${name}/`, new Uint8Array());
  }
  return files;
}

function readFolder(directory: string, folder: string, files: Map<string, Uint8Array>): void {
  try {
    for (const name of readdirSync(directory).sort()) {
      const path = join(directory, name);
      if (name.startsWith('.')) continue;
      const below = `${folder}/${name}`;
      if (isPicture(below)) files.set(isDirectory(path) ? `${below}/` : below, new Uint8Array());
      else if (!isDirectory(path)) files.set(below, read(path));
      else if (NESTED_FOLDERS.some((nested) => below.startsWith(`${nested}/`)) && !isLink(path))
        readFolder(path, below, files);
      else files.set(`${below}/`, new Uint8Array());
    }
  } catch (error) {
    files.set(`${folder}/`, new UnreadableFile(reasonOf(error)));
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

/** A link may lead back to where one came from. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return true;
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Asks what it is before it opens it: to open a named pipe would wait for ever. */
function read(path: string): Uint8Array {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return new UnreadableFile('it is not a regular file');
    if (facts.size > MAX_FILE_BYTES) return new UnreadableFile('it is larger than 10 MB');
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    return new UnreadableFile(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return REASONS.get(code) ?? 'the system refuses it';
}
