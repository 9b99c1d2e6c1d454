import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFiles, isDataFolder, isPicture, MAX_FILE_BYTES, UnreadableFile } from './dataFiles';

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'it is a broken link'],
  ['ELOOP', 'it is a link that leads back to itself'],
]);

/**
 * Reads a data folder from disk; the only place in the catalog that does. Never throws:
 * a missing folder reads as empty and an unreadable file becomes an {@link UnreadableFile};
 * `loadCatalog` reports both.
 */
export function readDataDirectory(directory: string): DataFiles {
  const files = new Map<string, Uint8Array>();
  readFolder(directory, '', files);
  return files;
}

/** @param folder path relative to the data folder, with a slash at its end unless empty */
function readFolder(directory: string, folder: string, files: Map<string, Uint8Array>): void {
  for (const name of namesIn(directory, folder, files)) {
    if (name.startsWith('.')) continue;
    const [onDisk, path] = [join(directory, name), folder + name];
    const isFolder = isDirectory(onDisk);
    if (isFolder && isRead(path, onDisk)) readFolder(onDisk, `${path}/`, files);
    else if (isFolder) files.set(`${path}/`, new Uint8Array());
    else files.set(path, isPicture(path) ? new Uint8Array() : read(onDisk));
  }
}

/** The names in a folder, sorted; an unreadable subfolder is noted among the files. */
function namesIn(directory: string, folder: string, files: Map<string, Uint8Array>): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch (error) {
    if (folder !== '') files.set(folder, new UnreadableFile(reasonOf(error)));
    return [];
  }
}

/** Nested folders must not be links, which may lead back to a folder above them. */
function isRead(path: string, onDisk: string): boolean {
  return isDataFolder(path) && !(path.includes('/') && isLink(onDisk));
}

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

/** Checks what it is before opening it: opening a named pipe would wait forever. */
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
