import type { Temporal } from 'temporal-polyfill';
import { type LocalHours, lengthOfHours } from '../time/hours';
import type { IsoWeekday } from './officeHours';
import { SECONDS_A_DAY } from './turnLength';

/**
 * When somebody is on call: windows of local time, one on each of the days.
 * @example
 * // weekday nights
 * { days: [1, 2, 3, 4, 5], from: Temporal.PlainTime.from('18:00'), until: Temporal.PlainTime.from('08:00') }
 */
export interface OnCallHours extends LocalHours {
  /** The days on which a window begins, at least one. */
  readonly days: readonly IsoWeekday[];
}

/** A restriction of a PagerDuty layer; without a day it applies every day. */
export interface LayerRestriction {
  readonly dayOfWeek?: IsoWeekday;
  readonly from: Temporal.PlainTime;
  readonly seconds: number;
}

const WEEK: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Hours as PagerDuty's restrictions: one daily restriction, or one weekly restriction per day.
 * @returns none if the hours are all hours
 */
export function restrictionsOf(hours: OnCallHours): readonly LayerRestriction[] {
  const seconds = lengthOfHours(hours).total('seconds');
  const days = WEEK.filter((day) => hours.days.includes(day));
  if (days.length < WEEK.length) return days.map((dayOfWeek) => ({ dayOfWeek, from: hours.from, seconds }));
  return seconds === SECONDS_A_DAY ? [] : [{ from: hours.from, seconds }];
}
