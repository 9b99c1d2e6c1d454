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

/** Files by their path below the folder. */
export type FeedFiles = ReadonlyMap<string, string>;

/** A folder of feeds, and of nothing else. */
export class FeedsFolder {
  /** Paths of the feeds that are there, below the folder. */
  readonly present: readonly string[];
  private readonly path: string;

  /** @throws UsageError where the folder holds what this program did not write, or cannot be read */
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
   * Makes these the only feeds of the folder, all or nothing: they are written beside it and
   * take its place when they are whole.
   * @throws UsageError where the system refuses it
   */
  replace(files: FeedFiles): void {
    this.besides((beside) => {
      const [fresh, last] = [join(beside, 'feeds'), join(beside, 'last')];
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
   * @throws UsageError where the system refuses it
   */
  put(file: string, text: string): void {
    this.besides((beside) => {
      write(join(beside, file), text);
      const target = join(this.path, file);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(beside, file), target);
    });
  }

  private besides(work: (beside: string) => void): void {
    let beside: string | undefined;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      beside = mkdtempSync(`${this.path}.`);
      work(beside);
    } catch (error) {
      throw this.failed(error);
    } finally {
      if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
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
      `--out ${visible(this.name)} holds something else than feeds of watchbill: ${visible(path)}\n  give a folder of its own, e.g. --out ${join(visible(this.name), 'watchbill')}; nothing was written`,
    );
  }

  private failed(error: unknown): unknown {
    if (!isSystemError(error)) return error;
    return new UsageError(
      `--out ${visible(this.name)} cannot be written: ${visible(error.message)}\n  give another folder; the feeds there are as they were`,
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

/** True for a file that says that it is ours, as `feedText` makes it. */
function isFeed(path: string): boolean {
  if (!basename(path).endsWith('.ics') || !statSync(path).isFile()) return false;
  return readFileSync(path, 'utf8').includes(`\r\nPRODID:${PRODUCT}\r\n`);
}
