import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Catalog,
  CatalogError,
  type DataFiles,
  type Diagnostic,
  loadRosterCatalog,
  type Maintenance,
  readDataDirectory,
} from '../../catalog';
import { replaceFile } from '../../files/replaceFile';
import { errorText } from '../../text/errorText';

const FILE = 'maintenance.yaml';

/** The maintenance file could not be changed, and is as it was. */
export class MaintenanceFileError extends Error {
  override readonly name = 'MaintenanceFileError';
}

/** A team's data as it was read, with a maintenance file that can be written. */
export class TeamData {
  private constructor(
    private readonly folder: string,
    private readonly files: DataFiles,
    readonly catalog: Catalog,
  ) {}

  /**
   * Reads a data folder. Errors that have nothing to do with who is muted do not prevent a mute.
   * @returns diagnostics if the organization, the pipelines or the maintenances have errors
   */
  static open(folder: string): TeamData | readonly Diagnostic[] {
    const files = readDataDirectory(folder);
    const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, folder);
    if (catalog === undefined) return diagnostics;
    const own = elsewhere.filter(({ location }) =>
      /(^|[\\/])(maintenance|pipelines)\.yaml$/.test(location.file),
    );
    return own.length > 0 ? own : new TeamData(folder, files, catalog);
  }

  /** The path of the file, below the folder as the user named it. */
  get path(): string {
    return join(this.folder, FILE);
  }

  /** The file's text as it was read; empty if there is none. */
  get text(): string {
    return Buffer.from(this.files.get(FILE) ?? []).toString('utf8');
  }

  /**
   * The maintenances of a pipeline with another text of the file.
   * @throws CatalogError if that has errors
   */
  windowsWith(text: string, pipeline: string): readonly Maintenance[] {
    const files = new Map([...this.files, [FILE, Buffer.from(text)]]);
    const { catalog, diagnostics, elsewhere } = loadRosterCatalog(files, this.folder);
    const own = elsewhere.filter(({ location }) => location.file.endsWith(FILE));
    if (catalog === undefined || own.length > 0) throw new CatalogError([...diagnostics, ...own]);
    return catalog.pipelines.find(({ id }) => id === pipeline)?.maintenance ?? [];
  }

  /**
   * Writes the file, unless somebody else changed it since it was read.
   * @throws MaintenanceFileError if it was changed, or cannot be written
   */
  write(text: string): void {
    try {
      replaceFile(this.path, text, { check: () => this.refuseChanged() });
    } catch (error) {
      if (error instanceof MaintenanceFileError) throw error;
      throw new MaintenanceFileError(`${this.path} cannot be written: ${errorText(error)}`);
    }
  }

  /** @throws MaintenanceFileError */
  refuseChanged(): void {
    let present: Buffer | undefined;
    try {
      present = readFileSync(this.path);
    } catch (error) {
      if (!this.files.has(FILE)) return;
      throw new MaintenanceFileError(`${this.path} can no longer be read: ${errorText(error)}`);
    }
    if (!this.files.has(FILE) || !present.equals(Buffer.from(this.files.get(FILE) ?? []))) {
      throw new MaintenanceFileError(`somebody else has changed ${this.path} in the meantime`);
    }
  }
}
