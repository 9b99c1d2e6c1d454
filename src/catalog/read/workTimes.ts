import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import { WEEKDAYS, type Weekday } from '../model/weekday';
import { officeHours, restDay as restDaySchema, workingWeek } from '../schema/office';
import type { Path } from '../yaml/parseYaml';
import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/** Checks that office hours, of the organization or an office, end after they start (ORGA003). */
export function checkOfficeHours(reading: Reading, file: YamlFile, path: Path): void {
  const hours = file.peek(officeHours, [...path, 'officeHours']);
  if (hours === undefined || Temporal.PlainTime.compare(hours.from, hours.until) < 0) return;
  reading.problems.error(file.at([...path, 'officeHours', 'until']), {
    code: 'ORGA003',
    message: 'office hours end before they start',
    value: file.raw([...path, 'officeHours', 'until']),
    wayOut: 'write a later time; office hours across midnight are not supported',
  });
}

/** The organization's working and rest days, as far as they can be read. */
export interface WorkTimes {
  readonly workingWeek: readonly Weekday[] | undefined;
  readonly restDays: readonly Weekday[] | undefined;
}

/**
 * Warns of a rest day in the working week (ORGA004), which is probably a mistake. No error: a team
 * may work on the day whose holidays move by law.
 * @param own the organization's days, which an office inherits
 */
export function checkRestDays(reading: Reading, file: YamlFile, path: Path, own?: WorkTimes): void {
  const [weekPath, restPath] = [
    [...path, 'workingWeek'],
    [...path, 'restDay'],
  ];
  const [givenWeek, givenRest] = [file.raw(weekPath) !== undefined, file.raw(restPath) !== undefined];
  // For what an office inherits, the organization has the warning already.
  if (own !== undefined && !givenWeek && !givenRest) return;
  const week = givenWeek ? file.peek(workingWeek, weekPath) : own?.workingWeek;
  const rest = givenRest ? file.peek(restDaySchema, restPath) : (own?.restDays ?? DEFAULT_REST_DAY);
  if (week === undefined || rest === undefined) return;
  restDaysOf(rest).forEach((day, index) => {
    if (!week.includes(day)) return;
    const at = givenRest
      ? Array.isArray(rest)
        ? [...restPath, index]
        : restPath
      : [...weekPath, week.indexOf(day)];
    reading.problems.warning(file.at(at), {
      code: 'ORGA004',
      message: `the rest day (${day}${givenRest ? '' : ', the default'}) is a working day`,
      value: day,
      wayOut: 'remove it from workingWeek, or choose another restDay; keep both only if the law says so',
    });
  });
}

/** The days of a working week, Monday first. */
export function weekOf(days: readonly Weekday[]): readonly Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day));
}

/** The key `restDay` as a list. */
export function restDaysOf(given: z.output<typeof restDaySchema> | readonly Weekday[]): readonly Weekday[] {
  if (given === 'none') return [];
  return typeof given === 'string' ? [given] : given;
}

const DEFAULT_REST_DAY = 'sunday';
