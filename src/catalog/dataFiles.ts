/** The files of a data folder: path relative to it, with `/`, e.g. `holidays/2026.yaml`, and bytes. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** Pictures of runbooks, in subfolders too: only their names are used, to check links; their bytes are never read. */
const PICTURE = /^runbooks\/.+\.(png|jpe?g|gif|svg|webp|avif)$/i;

/** True for a picture of a runbook. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/** Subfolders of a data folder. */
export const DATA_FOLDERS = ['holidays', 'runbooks'];

/**
 * True for a subfolder that is read, with its own subfolders (calendars of offices, pictures of
 * runbooks); any other is reported by name.
 * @param path relative to the data folder
 */
export function isDataFolder(path: string): boolean {
  return DATA_FOLDERS.includes(path.split('/')[0] ?? '') && !isPicture(path);
}

/** Name of the page that explains the failure classes, in the runbooks folder. */
export const FAILURE_CLASSES_FILE = 'failure-classes.md';

/** Largest file to read, in bytes; a team's data is a few kilobytes. */
export const MAX_FILE_BYTES = 10_000_000;

/**
 * Takes the place of a data file that exists but cannot be read, so that it
 * is reported (FILE004) together with everything else.
 */
export class UnreadableFile extends Uint8Array {
  constructor(
    /** Why: completes "the file cannot be read: …", e.g. `permission denied`. */
    readonly reason: string,
  ) {
    super(0);
  }
}
