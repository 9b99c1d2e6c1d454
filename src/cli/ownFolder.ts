import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../text/usageError';
import { visible } from '../text/visible';
import { besideFolder, FRESH, LAST, removeLeftovers, restoreLast } from './besideFolder';

/** Files by their path below a folder, with `/`. */
export type OwnFiles = ReadonlyMap<string, string>;

/** What a folder of ours may contain. */
export interface OwnFolderKind {
  /** What it contains, in words, e.g. `feeds of watchbill`. */
  readonly what: string;
  /** Whether a verb may have made this folder. */
  readonly isOwnFolder: (path: string) => boolean;
  /** Whether a verb of ours wrote this file. */
  readonly isOwnFile: (path: string, onDisk: string) => boolean;
}

/** A folder that contains what a verb writes and nothing else, so that it may be replaced as a whole. */
export class OwnFolder {
  /** Paths of the existing files, below the folder, sorted by folder. */
  readonly present: readonly string[];
  private readonly path: string;

  /**
   * If a run was killed just as it replaced the folder, what it contained before is put back.
   * @throws UsageError if the folder contains anything that this program did not write, or cannot be read
   */
  constructor(
    private readonly name: string,
    private readonly kind: OwnFolderKind,
  ) {
    try {
      this.path = behind(resolve(name));
      restoreLast(this.path);
      this.present = existsSync(this.path) ? this.filesBelow('') : [];
    } catch (error) {
      throw this.failed(error);
    }
  }

  /**
   * Makes these the only files of the folder, all or nothing: they are written to a folder next
   * to it, which takes its place once it is complete. For a moment between two renames there is no
   * folder. What a killed run left beside it goes, too.
   * @throws UsageError if the file system refuses
   */
  replace(files: OwnFiles): void {
    this.inTemporaryFolder((temporary) => {
      const [fresh, last] = [join(temporary, FRESH), join(temporary, LAST)];
      mkdirSync(fresh);
      for (const [file, text] of files) write(join(fresh, file), text);
      const isThere = existsSync(this.path);
      if (isThere) {
        chmodSync(fresh, statSync(this.path).mode & 0o7777);
        renameSync(this.path, last);
      }
      try {
        renameSync(fresh, this.path);
      } catch (error) {
        if (isThere) renameSync(last, this.path);
        throw error;
      }
    });
  }

  /**
   * Writes one file and leaves the others as they are.
   * @throws UsageError if the file system refuses
   */
  put(file: string, text: string): void {
    this.inTemporaryFolder((temporary) => {
      const fresh = join(temporary, FRESH, file);
      write(fresh, text);
      const target = join(this.path, file);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(fresh, target);
    });
  }

  private inTemporaryFolder(work: (folder: string) => void): void {
    let temporary: string | undefined;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      temporary = besideFolder(this.path);
      work(temporary);
      removeLeftovers(this.path);
    } catch (error) {
      throw this.failed(error);
    } finally {
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    }
  }

  private filesBelow(folder: string): string[] {
    return readdirSync(join(this.path, folder))
      .sort()
      .flatMap((name) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        const onDisk = join(this.path, path);
        if (statSync(onDisk).isDirectory()) {
          if (!this.kind.isOwnFolder(path)) throw this.foreign(path);
          return this.filesBelow(path);
        }
        if (!statSync(onDisk).isFile() || !this.kind.isOwnFile(path, onDisk)) throw this.foreign(path);
        return [path];
      });
  }

  private foreign(path: string): UsageError {
    return new UsageError(
      `--out ${visible(this.name)} contains something other than ${this.kind.what}: ${visible(path)}\n  use a folder of its own, e.g. --out ${join(visible(this.name), 'watchbill')}; nothing was written`,
    );
  }

  private failed(error: unknown): unknown {
    if (!isSystemError(error)) return error;
    return new UsageError(
      `--out ${visible(this.name)} cannot be written: ${visible(error.message)}\n  use another folder; the existing files are unchanged`,
    );
  }
}

/** Where links lead, also to a folder that is not there. */
function behind(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? behind(resolve(dirname(path), readlinkSync(path))) : path;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
