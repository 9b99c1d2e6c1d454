import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** How a file is replaced. */
export interface ReplaceOptions {
  /**
   * Permissions of the file.
   * @default - those of the file that is replaced; a new file's follow from the umask
   */
  readonly mode?: number;
  /**
   * Runs when the new text is on the disk and the old file still in place; if it throws, the old
   * file stays.
   * @default - nothing is checked
   */
  readonly check?: () => void;
}

/** Never writes through a link that somebody put where the new file goes; Windows has no such flag. */
const FRESH = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/**
 * Replaces a file as a whole: writes the text to a hidden file next to it, forces it to the disk
 * and renames it. Readers see the old text or the new, and so does whoever looks after a crash.
 *
 * A symbolic link stays one: the file it points to is replaced. What killed runs left next to the
 * file is removed. Of two runs that write at the same time, the slower one may fail by that, but
 * never overwrites in silence what it has not seen.
 *
 * @throws Error of the system if the file cannot be written, or whatever `check` throws; the old file is then as it was
 */
export function replaceFile(path: string, text: string, { mode, check }: ReplaceOptions = {}): void {
  const target = targetOf(path);
  const kept = mode ?? modeOf(target);
  const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
  const handle = openSync(fresh, FRESH, kept ?? 0o666);
  try {
    try {
      if (kept !== undefined) fchmodSync(handle, kept);
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    check?.();
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  removeUnfinished(target);
}

/** The file behind a link; the path itself if there is no file yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** @returns undefined if there is no such file */
function modeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.mode & 0o777;
}

/** Removes what killed runs left next to a file. */
function removeUnfinished(path: string): void {
  const name = basename(path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const unfinished = new RegExp(`^\\.${name}\\.\\d+\\.new$`);
  try {
    for (const entry of readdirSync(dirname(path), { withFileTypes: true })) {
      if (entry.isFile() && unfinished.test(entry.name)) rmSync(join(dirname(path), entry.name));
    }
  } catch {
    // The text is written, which is what matters; a hidden file that stays does no harm.
  }
}
