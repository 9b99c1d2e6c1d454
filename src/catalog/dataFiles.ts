/** What a data folder holds: path below the folder, with `/`, e.g. `holidays/2026.yaml`, and its bytes. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** Pictures of runbooks, which may stand in folders of their own: known by name, so that links to them are judged, and never read. */
const PICTURE = /^runbooks\/.+\.(png|jpe?g|gif|svg|webp|avif)$/i;

/** True for a picture of a runbook. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/** The folders whose folders are entered, too: pictures of runbooks, calendars of offices. */
export const NESTED_FOLDERS = ['runbooks', 'holidays'];

/** Largest file that is read, in bytes; a team's data is a few kilobytes. */
export const MAX_FILE_BYTES = 10_000_000;

/**
 * Stands among the data files for one that is there and cannot be read, so that it
 * is reported (FILE004) together with everything else.
 */
export class UnreadableFile extends Uint8Array {
  constructor(
    /** Why, as the end of a sentence, e.g. `permission denied`. */
    readonly reason: string,
  ) {
    super(0);
  }
}
