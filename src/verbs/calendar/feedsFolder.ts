import { readFileSync } from 'node:fs';
import type { OwnFolderKind } from '../../cli/ownFolder';
import { FEED_KINDS } from './feed';
import { PRODUCT } from './feedText';

/** A folder of feeds. */
export const FEEDS_FOLDER: OwnFolderKind = {
  what: 'feeds of watchbill',
  isOwnFolder: (path) => FEED_KINDS.some((kind) => kind === path),
  isOwnFile: (path, onDisk) => path.includes('/') && isFeed(path, onDisk),
};

/** True for a file with the mark of `feedText`. */
function isFeed(path: string, onDisk: string): boolean {
  return path.endsWith('.ics') && readFileSync(onDisk, 'utf8').includes(`\r\nPRODID:${PRODUCT}\r\n`);
}
