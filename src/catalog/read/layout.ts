import { nearest } from '../../text/nearest';
import { FAILURE_CLASSES_FILE, isPicture } from '../dataFiles';
import type { Reading } from './reading';

/** Files that every data folder needs, and how to start one. */
const REQUIRED: ReadonlyMap<string, string> = new Map([
  [
    'organization.yaml',
    'create it: name, timeZone, workingWeek, officeHours, handOff, escalation, teams, people',
  ],
  ['pipelines.yaml', 'create it: each pipeline with name, coverage, primary and secondary'],
  ['rotations.yaml', 'create it with {} if nobody is on call'],
  ['leave.yaml', 'create it with [] if nobody is on leave'],
]);

/** Planned work; a team without any has no such file. */
export const MAINTENANCE_FILE = 'maintenance.yaml';

const HOLIDAY_FILE = /^holidays\/(?:([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\/)?\d{4}\.yaml$/;
const RUNBOOK_FILE = /^runbooks\/[A-Za-z0-9][A-Za-z0-9._-]*\.md$/;

/** Path of the page of failure classes: a page of the runbooks folder that is not a runbook. */
export const FAILURE_CLASSES_PAGE = `runbooks/${FAILURE_CLASSES_FILE}`;
const README = /^(runbooks\/)?README\.md$/;

/**
 * Paths of the holiday files of a calendar, sorted by year.
 * @param folder its folder in `holidays`
 * @default folder - the organization's own files, in `holidays` itself
 */
export function holidayFiles(reading: Reading, folder?: string): string[] {
  return [...reading.files.keys()]
    .filter((path) => {
      const file = HOLIDAY_FILE.exec(path);
      return file !== null && file[1] === folder;
    })
    .sort();
}

/** Folders in `holidays` that have holiday files, sorted. */
export function calendarFolders(reading: Reading): string[] {
  const folders = [...reading.files.keys()].flatMap((path) => HOLIDAY_FILE.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** Paths of all pages of the runbooks folder, sorted. */
export function runbookPages(reading: Reading): string[] {
  return [...reading.files.keys()].filter((path) => RUNBOOK_FILE.test(path)).sort();
}

/** True for a page of the runbooks folder that belongs to a pipeline and has front matter. */
export function isRunbook(path: string): boolean {
  return path !== FAILURE_CLASSES_PAGE && !README.test(path);
}

/** The name that a project gives its data folder. */
const FOLDER = 'data';

/** Files that decide who is on call, without pipelines and runbooks. */
const OF_THE_ROSTER = ['organization.yaml', 'rotations.yaml', 'leave.yaml'];

/** Reports missing files among those that decide who is on call; false if this is not a data folder. */
export function checkRosterLayout(reading: Reading): boolean {
  if (!hasFiles(reading)) return false;
  checkRequired(reading, OF_THE_ROSTER);
  return true;
}

/** Reports missing and unexpected files; false if this is not a data folder. */
export function checkLayout(reading: Reading): boolean {
  if (!hasFiles(reading)) return false;
  checkRequired(reading, [...REQUIRED.keys()]);
  for (const path of reading.files.keys()) {
    if (isExpected(path)) continue;
    reading.problems.error(reading.at(path), {
      code: 'FILE005',
      message: 'unexpected file',
      wayOut: wayOutOf(path),
    });
  }
  return true;
}

/** Anything else about a folder that is not a data folder would be about the wrong one. */
function hasFiles(reading: Reading): boolean {
  const { files } = reading;
  const isAbove = files.has(`${FOLDER}/`) && !files.has('organization.yaml');
  if (files.size > 0 && !isAbove) return true;
  reading.problems.error(reading.at(''), {
    code: 'FILE001',
    message: 'no data found here',
    wayOut: isAbove
      ? `name the data folder itself: --data ${reading.nameOf(FOLDER)}`
      : "run this in the project's folder, or name the data folder with --data",
  });
  return false;
}

function checkRequired(reading: Reading, paths: readonly string[]): void {
  for (const [path, wayOut] of REQUIRED) {
    if (reading.files.has(path) || !paths.includes(path)) continue;
    reading.problems.error(reading.at(path), { code: 'FILE001', message: 'missing file', wayOut });
  }
  if (holidayFiles(reading).length === 0) {
    reading.problems.error(reading.at('holidays'), {
      code: 'FILE001',
      message: 'no holiday file',
      wayOut: 'create holidays/YYYY.yaml for each year of the roster, with [] if there are no holidays',
    });
  }
}

function isExpected(path: string): boolean {
  const hidden = path.split('/').some((name) => name.startsWith('.'));
  return (
    hidden ||
    REQUIRED.has(path) ||
    path === MAINTENANCE_FILE ||
    README.test(path) ||
    HOLIDAY_FILE.test(path) ||
    RUNBOOK_FILE.test(path) ||
    isPicture(path)
  );
}

function wayOutOf(path: string): string {
  if (path.startsWith('holidays/'))
    return "name it after its year, e.g. holidays/2026.yaml, or holidays/uk/2026.yaml for an office's calendar";
  if (path.startsWith('runbooks/')) {
    return 'use letters, digits and hyphens in its name and end it in .md, or move it elsewhere';
  }
  const meant = nearest(path, [...REQUIRED.keys(), MAINTENANCE_FILE]);
  return meant ? `did you mean "${meant}"?` : 'move it out of the data folder';
}
