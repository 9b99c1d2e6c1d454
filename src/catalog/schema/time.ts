import { Temporal } from 'temporal-polyfill';
import { checkedString, shapedString, type ValueProblem } from './valueProblem';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/;

const DATE_WAY_OUT = 'write YYYY-MM-DD, e.g. 2026-01-05';
const MOMENT_WAY_OUT =
  'write a local date (2026-11-09) or a local date and time (2026-11-12T14:00), without seconds or zone';

/** Years that the data may use. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** A local clock time, `HH:MM`. */
export const localTime = shapedString(
  TIME,
  'not a valid time of day',
  'write HH:MM in quotes, from "00:00" to "23:59", e.g. "09:00"',
  ['09:00'],
).transform((value) => Temporal.PlainTime.from(value));

/** A local date, `YYYY-MM-DD`. */
export const localDate = checkedString((value) => dateProblem(value, DATE, DATE_WAY_OUT), DATE_WAY_OUT, {
  pattern: DATE.source,
  format: 'date',
  examples: ['2026-01-05'],
}).transform(dateOf);

/** The start or end of a leave: a whole local day, or a local clock time. */
export const dateOrTime = checkedString(
  (value) => dateProblem(value, DATE_OR_TIME, MOMENT_WAY_OUT),
  MOMENT_WAY_OUT,
  {
    pattern: DATE_OR_TIME.source,
    examples: ['2026-11-09', '2026-11-12T14:00'],
  },
).transform((value) => (value.includes('T') ? Temporal.PlainDateTime.from(value) : dateOf(value)));

/** The date of a text that has been checked, by its numbers: Temporal would check it again, and data is full of dates. */
function dateOf(value: string): Temporal.PlainDate {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return new Temporal.PlainDate(year, month, day);
}

function dateProblem(value: string, form: RegExp, wayOut: string): ValueProblem | undefined {
  if (!form.test(value)) return { code: 'DATA004', message: 'not a valid date', wayOut };
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number);
  if (month < 1 || month > 12) {
    return {
      code: 'DATA004',
      message: 'this date does not exist',
      wayOut: `${wayOut}; months go from 01 to 12`,
    };
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return {
      code: 'DATA005',
      message: `the year is not between ${FIRST_YEAR} and ${LAST_YEAR}`,
      wayOut: 'correct the year',
    };
  }
  if (day >= 1 && day <= 28) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= daysInMonth) return undefined;
  return {
    code: 'DATA004',
    message: 'this date does not exist',
    wayOut: `this month has ${daysInMonth} days: write a day from 01 to ${daysInMonth}`,
  };
}
