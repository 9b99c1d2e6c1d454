import type { Temporal } from 'temporal-polyfill';

/** Control, format and private-use characters, lone surrogates and line separators, which no name may have. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The longest name in PagerDuty, except a team's, in characters. */
const LONGEST_NAME = 255;

/**
 * A name for people: printable, not empty, and not longer than a number of characters.
 * @throws Error "'name' ('') must have 1 to 255 characters"
 */
export function checkedName(prop: string, name: string, longest = LONGEST_NAME): string {
  const { length } = [...name.trim()];
  if (length < 1 || length > longest) {
    throw new Error(`'${prop}' ('${name}') must have 1 to ${longest} characters`);
  }
  if (UNPRINTABLE.test(name)) throw new Error(`'${prop}' (${JSON.stringify(name)}) must be printable`);
  return name;
}

/**
 * A whole number within bounds, both included.
 * @throws Error "'repeat' (12) must be between 0 and 9"
 */
export function checkedNumber(prop: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value)) throw new Error(`'${prop}' (${value}) must be a whole number`);
  if (value < least || value > most) {
    throw new Error(`'${prop}' (${value}) must be between ${least} and ${most}`);
  }
  return value;
}

/**
 * A duration as a number of whole units, with a minimum.
 * @throws Error "'waits' (PT90S) must be whole minutes"
 */
export function checkedDuration(
  prop: string,
  duration: Temporal.Duration,
  unit: 'hours' | 'minutes' | 'seconds',
  least: number,
): number {
  const count = duration.total(unit);
  if (!Number.isInteger(count)) throw new Error(`'${prop}' (${duration}) must be whole ${unit}`);
  if (count < least)
    throw new Error(
      `'${prop}' (${duration}) must be at least ${least} ${least === 1 ? unit.slice(0, -1) : unit}`,
    );
  return count;
}

/**
 * Days of the week by their ISO number, at least one, each once.
 * @throws Error "'workingWeek' ([1, 1]) must be different weekdays from 1 to 7, at least one"
 */
export function checkedDays(prop: string, days: readonly number[]): void {
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  if (days.length > 0 && new Set(days).size === days.length && days.every(isDay)) return;
  throw new Error(`'${prop}' ([${days.join(', ')}]) must be different weekdays from 1 to 7, at least one`);
}

/**
 * A list that is not empty, with a maximum length.
 * @throws Error "'steps' must not be empty"
 */
export function checkedList<T>(
  prop: string,
  list: readonly T[],
  most = Number.POSITIVE_INFINITY,
): readonly T[] {
  if (list.length === 0) throw new Error(`'${prop}' must not be empty`);
  if (list.length > most) throw new Error(`'${prop}' (${list.length}) must have at most ${most} entries`);
  return list;
}
