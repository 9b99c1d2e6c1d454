import { type Hours, isoWeekday } from '../../../catalog';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Hours of a week that a rotation has on one side only, in hours. */
export interface HoursChange {
  readonly lost: number;
  readonly gained: number;
}

/** What a rotation's hours lose and gain in a week, by its own clock. */
export function hoursChange(before: Hours | undefined, after: Hours | undefined): HoursChange {
  const [was, is] = [minutesOf(before), minutesOf(after)];
  const count = (one: Uint8Array, other: Uint8Array) =>
    one.reduce((sum, within, minute) => sum + (within > (other[minute] ?? 0) ? 1 : 0), 0) / 60;
  return { lost: count(was, is), gained: count(is, was) };
}

/** For each minute of a week, from Monday 00:00, 1 within hours and 0 outside. */
function minutesOf(hours: Hours | undefined): Uint8Array {
  if (hours === undefined) return new Uint8Array(WEEK).fill(1);
  const minutes = new Uint8Array(WEEK);
  const { days, from, until } = hours;
  const begin = from.hour * 60 + from.minute;
  const length = (until.hour * 60 + until.minute - begin + DAY) % DAY || DAY;
  for (const day of days) {
    const start = (isoWeekday(day) - 1) * DAY + begin;
    for (let minute = 0; minute < length; minute += 1) minutes[(start + minute) % WEEK] = 1;
  }
  return minutes;
}

/**
 * Hours in words.
 * @example
 * hoursWords(hours) // 'monday, friday 18:00 to 08:00'
 */
export function hoursWords(hours: Hours | undefined): string {
  if (hours === undefined) return 'always';
  const { days, from, until } = hours;
  if (days.length === 7 && from.equals(until)) return 'always';
  const clock = (time: Hours['from']) => time.toString({ smallestUnit: 'minute' });
  return `${days.length === 7 ? 'every day' : days.join(', ')} ${clock(from)} to ${clock(until)}`;
}
