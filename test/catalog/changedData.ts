import { type DataFiles, type Diagnostic, loadCatalog, readDataDirectory } from '../../src/catalog';
import { XYZ_TECH } from '../xyzTech';

/** XYZ Tech's data as it stands in the repository. */
export const REAL_DATA: DataFiles = readDataDirectory(XYZ_TECH);

/** A change of one data file: a text that occurs once is replaced, or the file is written anew, or removed. */
export interface Change {
  readonly path: string;
  readonly replace?: string;
  /** @default - the file is removed */
  readonly with?: string;
}

/** The data with changes made to it. */
export function changedData(...changes: readonly Change[]): DataFiles {
  const files = new Map(REAL_DATA);
  for (const { path, replace, with: text } of changes) {
    if (text === undefined) files.delete(path);
    else if (replace === undefined) files.set(path, Buffer.from(text));
    else {
      const parts = Buffer.from(files.get(path) ?? [])
        .toString()
        .split(replace);
      if (parts.length !== 2) throw new Error(`"${replace}" occurs ${parts.length - 1} times in ${path}`);
      files.set(path, Buffer.from(parts.join(text)));
    }
  }
  return files;
}

/** A diagnostic in one line, without its message: code, place, value, way out. */
export function told({ code, severity, location, value, wayOut }: Diagnostic): string {
  const place = `${location.file.replace(/^data\//, '')}:${location.line}:${location.column}`;
  const received = value === undefined ? '' : ` ${value}`;
  return `${code}${severity === 'warning' ? ' (warning)' : ''} ${place}${received} | ${wayOut}`;
}

/** Everything that is told of the data after changes. */
export function toldAfter(...changes: readonly Change[]): string[] {
  return loadCatalog(changedData(...changes), 'data').diagnostics.map(told);
}
