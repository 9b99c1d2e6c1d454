import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Catalog,
  CatalogError,
  type DataFiles,
  type Diagnostic,
  loadRosterCatalog,
  readDataDirectory,
} from '../../catalog';
import { replaceFile } from '../../files/replaceFile';
import { errorText } from '../../text/errorText';

const LEAVE = 'leave.yaml';

/** The leave file could not be changed, and is as it was. */
export class LeaveFileError extends Error {
  override readonly name = 'LeaveFileError';
}

/** A team's data as it was read, with a leave file that can be written. */
export class TeamData {
  private constructor(
    private readonly folder: string,
    private readonly files: DataFiles,
    readonly catalog: Catalog,
    /** Errors that do not affect who is on call, but stop the next deploy. */
    readonly elsewhere: readonly Diagnostic[],
  ) {}

  /**
   * Reads a data folder.
   * @returns diagnostics if the files that say who is on call have errors
   */
  static open(folder: string): TeamData | readonly Diagnostic[] {
    const files = readDataDirectory(folder);
    const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, folder);
    return catalog === undefined ? diagnostics : new TeamData(folder, files, catalog, elsewhere);
  }

  /** The path of the leave file, below the folder as the user named it. */
  get leavePath(): string {
    return join(this.folder, LEAVE);
  }

  /** The leave file's text as it was read. */
  get leaveText(): string {
    return Buffer.from(this.files.get(LEAVE) ?? []).toString('utf8');
  }

  /**
   * The catalog with another text of the leave file.
   * @throws CatalogError if that has errors
   */
  withLeave(text: string): Catalog {
    if (text === this.leaveText) return this.catalog;
    const files = new Map([...this.files, [LEAVE, Buffer.from(text)]]);
    const { catalog, diagnostics } = loadRosterCatalog(files, this.folder);
    if (catalog === undefined) throw new CatalogError(diagnostics);
    return catalog;
  }

  /**
   * Checks that the leave file is still as it was read.
   * @throws LeaveFileError
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
      throw new LeaveFileError(`somebody else has changed ${leavePath} in the meantime`);
    }
  }

  /**
   * Writes the leave file, unless somebody else changed it since it was read.
   * @throws LeaveFileError if it was changed, or cannot be written
   */
  writeLeave(text: string): void {
    try {
      replaceFile(this.leavePath, text, { check: () => this.refuseChanged() });
    } catch (error) {
      if (error instanceof LeaveFileError) throw error;
      throw new LeaveFileError(`${this.leavePath} cannot be written: ${errorText(error)}`);
    }
  }
}
