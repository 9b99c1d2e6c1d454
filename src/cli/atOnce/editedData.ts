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

/** The data file could not be changed, and is as it was. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

/** A team's data as it was read, with one file of it that can be written. */
export class EditedData {
  private constructor(
    private readonly folder: string,
    private readonly files: DataFiles,
    private readonly file: string,
    readonly catalog: Catalog,
    /** Errors that do not affect who is on call, but stop the next deploy. */
    readonly elsewhere: readonly Diagnostic[],
  ) {}

  /**
   * Reads a data folder.
   * @param file the name of the file to write, e.g. `leave.yaml`
   * @returns diagnostics if the files that say who is on call have errors
   */
  static open(folder: string, file: string): EditedData | readonly Diagnostic[] {
    const files = readDataDirectory(folder);
    const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, folder);
    return catalog === undefined ? diagnostics : new EditedData(folder, files, file, catalog, elsewhere);
  }

  /** The path of the file, below the folder as the user named it. */
  get path(): string {
    return join(this.folder, this.file);
  }

  /** The file's text as it was read; empty if there is none. */
  get text(): string {
    return Buffer.from(this.files.get(this.file) ?? []).toString('utf8');
  }

  /** The errors in files that do not decide who is on call. */
  errorsIn(...names: readonly string[]): readonly Diagnostic[] {
    const paths = names.map((name) => join(this.folder, name));
    return this.elsewhere.filter(({ location }) => paths.includes(join(location.file)));
  }

  /**
   * The catalog with another text of the file.
   * @throws CatalogError if that has errors
   */
  catalogWith(text: string): Catalog {
    if (text === this.text) return this.catalog;
    const files = new Map([...this.files, [this.file, Buffer.from(text)]]);
    const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, this.folder);
    const own = elsewhere.filter(({ location }) => join(location.file) === this.path);
    if (catalog === undefined || own.length > 0) throw new CatalogError([...diagnostics, ...own]);
    return catalog;
  }

  /**
   * Checks that the file is still as it was read.
   * @throws DataFileError
   */
  refuseChanged(): void {
    const known = this.files.get(this.file);
    let present: Buffer;
    try {
      present = readFileSync(this.path);
    } catch (error) {
      if (known === undefined) return;
      throw new DataFileError(`${this.path} can no longer be read: ${errorText(error)}`);
    }
    if (known === undefined || !present.equals(Buffer.from(known))) {
      throw new DataFileError(`somebody else has changed ${this.path} in the meantime`);
    }
  }

  /**
   * Writes the file, unless the text is the same, or somebody else changed it since it was read.
   * @throws DataFileError if it was changed, or cannot be written
   */
  write(text: string): void {
    if (text === this.text) return;
    try {
      replaceFile(this.path, text, { check: () => this.refuseChanged() });
    } catch (error) {
      if (error instanceof DataFileError) throw error;
      throw new DataFileError(`${this.path} cannot be written: ${errorText(error)}`);
    }
  }
}
