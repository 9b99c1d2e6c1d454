import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type Catalog,
  CatalogError,
  type DataFiles,
  type Diagnostic,
  loadRosterCatalog,
  readDataDirectory,
} from '../../catalog';
import { errorText } from '../../text/errorText';

const LEAVE = 'leave.yaml';

/** The leave file could not be written; it is as it was. */
export class LeaveFileError extends Error {
  override readonly name = 'LeaveFileError';
}

/** A team's data as it was read, with a leave file that may be written. */
export class TeamData {
  private constructor(
    private readonly folder: string,
    private readonly files: DataFiles,
    readonly catalog: Catalog,
    /** Errors that change nobody's turn, and stop the next deploy. */
    readonly elsewhere: readonly Diagnostic[],
  ) {}

  /** Reads a data folder; the diagnostics where what says who is on call has errors. */
  static open(folder: string): TeamData | readonly Diagnostic[] {
    const files = readDataDirectory(folder);
    const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, folder);
    return catalog === undefined ? diagnostics : new TeamData(folder, files, catalog, elsewhere);
  }

  /** Where the leave file is, as the person named the folder. */
  get leavePath(): string {
    return join(this.folder, LEAVE);
  }

  /** The leave file's text as it was read. */
  get leaveText(): string {
    return Buffer.from(this.files.get(LEAVE) ?? []).toString('utf8');
  }

  /**
   * The catalog with another leave file, which is read as any other is.
   * @throws CatalogError where it has errors
   */
  withLeave(text: string): Catalog {
    if (text === this.leaveText) return this.catalog;
    const files = new Map([...this.files, [LEAVE, Buffer.from(text)]]);
    const { catalog, diagnostics } = loadRosterCatalog(files, this.folder);
    if (catalog === undefined) throw new CatalogError(diagnostics);
    return catalog;
  }

  /**
   * @throws LeaveFileError where the leave file is no longer as it was read
   */
  refuseChanged(): void {
    const { leavePath } = this;
    let present: Buffer;
    try {
      present = readFileSync(leavePath);
    } catch (error) {
      throw new LeaveFileError(`${leavePath} can no longer be read: ${errorText(error)}`);
    }
    if (!present.equals(Buffer.from(this.files.get(LEAVE) ?? []))) {
      throw new LeaveFileError(`${leavePath} was changed by somebody else in the meantime`);
    }
  }

  /**
   * Writes the leave file beside, forces it to the disk, and puts it in its place, unless
   * somebody else changed it since it was read.
   * @throws LeaveFileError
   */
  writeLeave(text: string): void {
    let fresh: string | undefined;
    try {
      // Behind a link is the file that is meant. A dot hides the fresh one from whoever reads the data.
      const path = realpathSync(this.leavePath);
      const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
      const handle = openSync(beside, 'w', statSync(path).mode & 0o777);
      fresh = beside;
      try {
        writeSync(handle, text);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      this.refuseChanged();
      renameSync(fresh, path);
      fresh = undefined;
    } catch (error) {
      if (error instanceof LeaveFileError) throw error;
      throw new LeaveFileError(`${this.leavePath} cannot be written: ${errorText(error)}`);
    } finally {
      if (fresh !== undefined) rmSync(fresh, { force: true });
    }
    removeUnfinished(realpathSync(this.leavePath));
  }
}

/**
 * Removes what runs left beside a file that were killed while they wrote. One that writes
 * at this moment fails by that, as it has to: the file is no longer as it read it.
 */
function removeUnfinished(path: string): void {
  const unfinished = new RegExp(`^\\.${basename(path).replaceAll('.', '\\.')}\\.\\d+\\.new$`);
  try {
    for (const entry of readdirSync(dirname(path), { withFileTypes: true })) {
      if (entry.isFile() && unfinished.test(entry.name)) rmSync(join(dirname(path), entry.name));
    }
  } catch {
    // The leave is written, which is what matters tonight; nobody reads a hidden file that stays.
  }
}
