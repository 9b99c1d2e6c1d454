import { type Office, WEEKDAYS } from '../../catalog';
import { daysOff, type Span } from '../../roster';
import { DAY, dayOf, dayOfDate, weekdayOf } from '../../time/localDay';
import { zoneOffsets } from '../../time/zoneOffsets';

const HOUR = 3_600_000;

/** A local night, which belongs to the day it begins on: from 22:00 until 06:00, after that day's midnight. */
const NIGHT = { from: 22 * HOUR, until: DAY + 6 * HOUR };

/** The nights, weekend days and holidays that somebody's time on call touches. */
export interface TouchedDays {
  readonly nights: number;
  readonly weekendDays: number;
  readonly holidays: number;
}

/**
 * Counts the nights and days of somebody's office that time on call touches, each once; merely
 * adjoining is not touching. Days are counted from 1970, because a year of calendar dates takes long.
 */
export function touchedDays(office: Office, times: readonly Span[]): TouchedDays {
  const zone = zoneOffsets(office.timeZone);
  const dayAt = (instant: number) => dayOf(zone.localOf(instant));
  const [nights, days] = [new Set<number>(), new Set<number>()];
  for (const span of times) {
    const [from, until] = [span.from.epochMilliseconds, span.until.epochMilliseconds];
    const [first, last] = [dayAt(from), dayAt(until - 1)];
    // The night that began the day before may still be running.
    for (let day = first - 1; day <= last; day += 1) {
      if (first <= day) days.add(day);
      const night = { from: day * DAY + NIGHT.from, until: day * DAY + NIGHT.until };
      if (from < zone.instantOf(night.until) && zone.instantOf(night.from) < until) nights.add(day);
    }
  }
  const isWeekend = (day: number) =>
    !office.workingWeek.some((each) => each === WEEKDAYS[weekdayOf(day) - 1]);
  return {
    nights: nights.size,
    weekendDays: [...days].filter(isWeekend).length,
    holidays: daysOff(office).filter(({ date }) => days.has(dayOfDate(date))).length,
  };
}
