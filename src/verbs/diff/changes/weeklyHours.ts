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
  const count = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
    [...one].filter((minute) => !other.has(minute)).length / 60;
  return { lost: count(was, is), gained: count(is, was) };
}

/** The minutes of a week, from Monday 00:00, that are within hours. */
function minutesOf(hours: Hours | undefined): ReadonlySet<number> {
  if (hours === undefined) return new Set(Array.from({ length: WEEK }, (_, minute) => minute));
  const { days, from, until } = hours;
  const begin = from.hour * 60 + from.minute;
  const length = (until.hour * 60 + until.minute - begin + DAY) % DAY || DAY;
  return new Set(
    days.flatMap((day) =>
      Array.from({ length }, (_, minute) => ((isoWeekday(day) - 1) * DAY + begin + minute) % WEEK),
    ),
  );
}

/**
 * Hours in words.
 * @example
 * hoursWords(hours) // 'monday, friday 18:00 to 08:00'
 */
export function hoursWords(hours: Hours | undefined): string {
  if (hours === undefined) return 'always';
  const { days, from, until } = hours;
  const clock = (time: Hours['from']) => time.toString({ smallestUnit: 'minute' });
  return `${days.length === 7 ? 'every day' : days.join(', ')} ${clock(from)} to ${clock(until)}`;
}
