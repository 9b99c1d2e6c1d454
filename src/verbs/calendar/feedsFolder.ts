import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../text/usageError';
import { visible } from '../../text/visible';
import { FEED_KINDS } from './feed';
import { PRODUCT } from './feedText';

/** Feeds by their path below the folder. */
export type FeedFiles = ReadonlyMap<string, string>;

/** A folder that contains feeds and nothing else. */
export class FeedsFolder {
  /** Paths of the existing feeds, below the folder. */
  readonly present: readonly string[];
  private readonly path: string;

  /** @throws UsageError if the folder contains anything that this program did not write, or cannot be read */
  constructor(private readonly name: string) {
    const path = resolve(name);
    try {
      this.path = existsSync(path) ? realpathSync(path) : path;
      this.present = this.feedsBelow();
    } catch (error) {
      throw this.failed(error);
    }
  }

  /**
   * Makes these the only feeds of the folder, all or nothing: they are written to a folder next
   * to it, which takes its place once it is complete.
   * @throws UsageError if the file system refuses
   */
  replace(files: FeedFiles): void {
    this.inTemporaryFolder((temporary) => {
      const [fresh, last] = [join(temporary, 'feeds'), join(temporary, 'last')];
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
   * Writes one feed and leaves the others as they are.
   * @throws UsageError if the file system refuses
   */
  put(file: string, text: string): void {
    this.inTemporaryFolder((temporary) => {
      write(join(temporary, file), text);
      const target = join(this.path, file);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(temporary, file), target);
    });
  }

  private inTemporaryFolder(work: (folder: string) => void): void {
    let temporary: string | undefined;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      temporary = mkdtempSync(`${this.path}.`);
      work(temporary);
    } catch (error) {
      throw this.failed(error);
    } finally {
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    }
  }

  private feedsBelow(): string[] {
    if (!existsSync(this.path)) return [];
    const feeds: string[] = [];
    for (const kind of readdirSync(this.path).sort()) {
      const folder = join(this.path, kind);
      if (!FEED_KINDS.some((known) => known === kind) || !statSync(folder).isDirectory())
        throw this.foreign(kind);
      for (const file of readdirSync(folder).sort()) {
        const path = `${kind}/${file}`;
        if (!isFeed(join(folder, file))) throw this.foreign(path);
        feeds.push(path);
      }
    }
    return feeds;
  }

  private foreign(path: string): UsageError {
    return new UsageError(
      `--out ${visible(this.name)} contains something other than feeds of watchbill: ${visible(path)}\n  use a folder of its own, e.g. --out ${join(visible(this.name), 'watchbill')}; nothing was written`,
    );
  }

  private failed(error: unknown): unknown {
    if (!isSystemError(error)) return error;
    return new UsageError(
      `--out ${visible(this.name)} cannot be written: ${visible(error.message)}\n  use another folder; the existing feeds are unchanged`,
    );
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** True for a file with the mark of `feedText`. */
function isFeed(path: string): boolean {
  if (!basename(path).endsWith('.ics') || !statSync(path).isFile()) return false;
  return readFileSync(path, 'utf8').includes(`\r\nPRODID:${PRODUCT}\r\n`);
}
