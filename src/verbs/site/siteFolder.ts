import { readFileSync } from 'node:fs';
import type { OwnFolderKind } from '../../cli/ownFolder';
import { FEEDS_FOLDER } from '../calendar/calendar';
import { GENERATOR } from './html/page';

const CALENDARS = 'calendars';
const PICTURES = 'pictures';
const FOLDERS = ['pipelines', 'people', 'rotations', 'pages', PICTURES, CALENDARS];

/** A folder with a site. */
export const SITE_FOLDER: OwnFolderKind = {
  what: 'a site of watchbill',
  isOwnFolder: (path) =>
    FOLDERS.includes(path) || isOfFeeds(path, (below) => FEEDS_FOLDER.isOwnFolder(below)),
  isOwnFile: (path, onDisk) =>
    path.endsWith('.html')
      ? readFileSync(onDisk, 'utf8').includes(GENERATOR)
      : isPicture(path, onDisk) || isOfFeeds(path, (below) => FEEDS_FOLDER.isOwnFile(below, onDisk)),
};

function isPicture(path: string, onDisk: string): boolean {
  return /^pictures\/[^/]+\.svg$/.test(path) && readFileSync(onDisk, 'utf8').includes('class="wb-picture"');
}

function isOfFeeds(path: string, isOwn: (below: string) => boolean): boolean {
  return path.startsWith(`${CALENDARS}/`) && isOwn(path.slice(CALENDARS.length + 1));
}
