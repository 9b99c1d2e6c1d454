import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from '../time/recurringInstant';
import type { Span } from '../time/span';
import { isSteady } from './clockChanges';
import type { IsoWeekday } from './officeHours';

/**
 * When somebody is on call: windows of local time, one on each of the days.
 * @example
 * // weekday nights
 * { days: [1, 2, 3, 4, 5], from: Temporal.PlainTime.from('18:00'), until: Temporal.PlainTime.from('08:00') }
 */
export interface OnCallHours {
  /** The days on which a window begins, at least one. */
  readonly days: readonly IsoWeekday[];
  /** When it begins, local. */
  readonly from: Temporal.PlainTime;
  /** When it ends, local; not after `from`: on the next day, so that the same time means 24 hours. */
  readonly until: Temporal.PlainTime;
}

/** A window of hours on one day. */
export interface HoursWindow extends Span {
  /** Elapsed time and wall time count it alike. */
  readonly isSteady: boolean;
}

/** A restriction of a PagerDuty layer; without a day it holds every day. */
export interface LayerRestriction {
  readonly dayOfWeek?: IsoWeekday;
  readonly from: Temporal.PlainTime;
  readonly seconds: number;
}

const SECONDS_A_DAY = 86_400;
const WEEK: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Hours as PagerDuty's restrictions: one daily restriction, or one weekly restriction per day.
 * @returns none where the hours are always
 */
export function restrictionsOf(hours: OnCallHours): readonly LayerRestriction[] {
  const seconds = lengthOf(hours).total('seconds');
  const days = WEEK.filter((day) => hours.days.includes(day));
  if (days.length < WEEK.length) return days.map((dayOfWeek) => ({ dayOfWeek, from: hours.from, seconds }));
  return seconds === SECONDS_A_DAY ? [] : [{ from: hours.from, seconds }];
}

/** The windows that have time in common with a span, whole, in order. */
export function windowsIn(hours: OnCallHours, timeZone: string, { from, until }: Span): HoursWindow[] {
  const length = lengthOf(hours);
  const last = until.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  let date = from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 2 });
  const windows: HoursWindow[] = [];
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!hours.days.includes(date.dayOfWeek as IsoWeekday)) continue;
    const begins = date.toPlainDateTime(hours.from);
    const window = {
      from: recurringInstant(begins, timeZone),
      until: recurringInstant(begins.add(length), timeZone),
    };
    const isEmpty = Temporal.Instant.compare(window.from, window.until) >= 0;
    const isOutside =
      Temporal.Instant.compare(window.until, from) <= 0 || Temporal.Instant.compare(until, window.from) <= 0;
    if (!isEmpty && !isOutside) windows.push({ ...window, isSteady: isSteady(begins, length, timeZone) });
  }
  return windows;
}

/** The wall-clock length of a window: more than nothing, 24 hours at most. */
function lengthOf({ from, until }: OnCallHours): Temporal.Duration {
  const minutes = from.until(until).total('minutes');
  return Temporal.Duration.from({ minutes: minutes > 0 ? minutes : minutes + 24 * 60 });
}
