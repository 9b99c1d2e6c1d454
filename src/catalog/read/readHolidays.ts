import { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Holiday } from '../model/holiday';
import { holiday as holidaySchema, holidays as holidaysSchema } from '../schema/holiday';
import type { Known } from './known';
import { holidayFiles } from './layout';
import { openYaml } from './openYaml';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/** What the holiday files say. */
export interface Holidays {
  /** By date. */
  readonly holidays: readonly Holiday[];
  /** Years for which there is a file, ascending. */
  readonly years: readonly number[];
  /** First day of each holiday id. */
  readonly ids: Known<Holiday>;
}

/** Reads `holidays/YYYY.yaml`. */
export function readHolidays(reading: Reading): Holidays {
  const paths = holidayFiles(reading);
  const holidays: Holiday[] = [];
  const ids = new Map<string, Holiday | undefined>();
  let complete = paths.length > 0;
  for (const path of paths) {
    const file = openYaml(reading, path, '[]');
    if (file === undefined || !Array.isArray(file.root)) complete = false;
    if (file !== undefined) readFile(reading, file, Number(path.slice(-9, -5)), holidays, ids);
  }
  holidays.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  return {
    holidays,
    years: paths.map((path) => Number(path.slice(-9, -5))),
    ids: complete ? ids : undefined,
  };
}

function readFile(
  reading: Reading,
  file: YamlFile,
  year: number,
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
    check(reading, file.at([...path, 'date']), file.at([...path, 'name']), { holiday, year, holidays, ids });
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
    year: number;
    holidays: readonly Holiday[];
    ids: ReadonlyMap<string, Holiday | undefined>;
  },
): void {
  const { holiday, year, holidays, ids } = given;
  const date = holiday.date.toString();
  if (holiday.date.year !== year) {
    reading.problems.error(dateAt, {
      code: 'HOLI001',
      message: `this day is not in ${year}, the year of its file`,
      value: date,
      wayOut: `move it to holidays/${String(holiday.date.year)}.yaml, or correct the year`,
    });
  }
  const twin = holidays.find(({ id, date: day }) => id === holiday.id && day.equals(holiday.date));
  if (twin !== undefined) {
    reading.problems.error(dateAt, {
      code: 'HOLI002',
      message: `this day of ${holiday.id} stands already on line ${twin.source.line} of ${twin.source.file}`,
      value: date,
      wayOut: 'remove one, or correct the date',
    });
  }
  const first = ids.get(holiday.id);
  if (first !== undefined && first.name !== holiday.name) {
    reading.problems.error(nameAt, {
      code: 'HOLI005',
      message: `${holiday.id} is called otherwise on line ${first.source.line} of ${first.source.file}`,
      value: holiday.name,
      wayOut: `write ${first.name}, or give this holiday an id of its own`,
    });
  }
}
