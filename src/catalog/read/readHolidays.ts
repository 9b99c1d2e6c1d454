import { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Holiday } from '../model/holiday';
import { holiday as holidaySchema, holidays as holidaysSchema } from '../schema/holiday';
import type { Known } from './known';
import { calendarFolders, holidayFiles } from './layout';
import { openYaml } from './openYaml';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/** The contents of the holiday files of one calendar. */
export interface Holidays {
  /** Sorted by date. */
  readonly holidays: readonly Holiday[];
  /** Years that have a file, ascending. */
  readonly years: readonly number[];
  /** First day of each holiday id. */
  readonly ids: Known<Holiday>;
}

/** Every calendar of the data. */
export interface Calendars {
  /** The organization's own: `holidays/YYYY.yaml`. */
  readonly own: Holidays;
  /** The others, by the name of their folder: `holidays/<calendar>/YYYY.yaml`. */
  readonly named: ReadonlyMap<string, Holidays>;
}

/** Reads the holiday files. */
export function readCalendars(reading: Reading): Calendars {
  const folders = calendarFolders(reading);
  return {
    own: readHolidays(reading, holidayFiles(reading)),
    named: new Map(folders.map((folder) => [folder, readHolidays(reading, holidayFiles(reading, folder))])),
  };
}

function readHolidays(reading: Reading, paths: readonly string[]): Holidays {
  const holidays: Holiday[] = [];
  const ids = new Map<string, Holiday | undefined>();
  let complete = paths.length > 0;
  for (const path of paths) {
    const file = openYaml(reading, path, '[]');
    if (file === undefined || !Array.isArray(file.root)) complete = false;
    if (file !== undefined) readFile(reading, file, path, holidays, ids);
  }
  holidays.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  return { holidays, years: paths.map(yearOf), ids: complete ? ids : undefined };
}

function yearOf(path: string): number {
  return Number(path.slice(-9, -5));
}

function readFile(
  reading: Reading,
  file: YamlFile,
  inFile: string,
  holidays: Holiday[],
  ids: Map<string, Holiday | undefined>,
): void {
  const whole = file.read(holidaysSchema);
  for (const { path, value } of file.listEntries(holidaySchema, [], whole)) {
    if (value === undefined) {
      const id = file.raw([...path, 'id']);
      if (typeof id === 'string' && !ids.has(id)) ids.set(id, undefined);
      continue;
    }
    const holiday: Holiday = { ...value, source: file.at(path) };
    check(reading, file.at([...path, 'date']), file.at([...path, 'name']), {
      holiday,
      inFile,
      holidays,
      ids,
    });
    holidays.push(holiday);
    if (ids.get(holiday.id) === undefined) ids.set(holiday.id, holiday);
  }
}

function check(
  reading: Reading,
  dateAt: Location,
  nameAt: Location,
  given: {
    holiday: Holiday;
    inFile: string;
    holidays: readonly Holiday[];
    ids: ReadonlyMap<string, Holiday | undefined>;
  },
): void {
  const { holiday, inFile, holidays, ids } = given;
  const year = yearOf(inFile);
  const date = holiday.date.toString();
  if (holiday.date.year !== year) {
    reading.problems.error(dateAt, {
      code: 'HOLI001',
      message: `not in ${year}, the year of this file`,
      value: date,
      wayOut: `move it to ${inFile.slice(0, -9)}${holiday.date.year}.yaml, or correct the year`,
    });
  }
  const twin = holidays.find(({ id, date: day }) => id === holiday.id && day.equals(holiday.date));
  if (twin !== undefined) {
    reading.problems.error(dateAt, {
      code: 'HOLI002',
      message: `this day of ${holiday.id} is already listed on line ${twin.source.line} of ${twin.source.file}`,
      value: date,
      wayOut: 'remove one, or correct the date',
    });
  }
  const first = ids.get(holiday.id);
  if (first !== undefined && first.name !== holiday.name) {
    reading.problems.error(nameAt, {
      code: 'HOLI005',
      message: `${holiday.id} has a different name on line ${first.source.line} of ${first.source.file}`,
      value: holiday.name,
      wayOut: `write ${first.name}, or give this holiday its own id`,
    });
  }
}
