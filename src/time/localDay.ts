import { Temporal } from 'temporal-polyfill';
import type { Span } from './span';
import { zoneOffsets } from './zoneOffsets';

/** A day of local time, in milliseconds. */
export const DAY = 24 * 3_600_000;

/**
 * The number of the day of a local time: days since 1 January 1970.
 * @param local milliseconds as if the local time were UTC
 */
export function dayOf(local: number): number {
  return Math.floor(local / DAY);
}

/** The number of a date's day. */
export function dayOfDate({ year, month, day }: Pick<Temporal.PlainDate, 'year' | 'month' | 'day'>): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** A time of day in milliseconds after midnight. */
export function timeOfDay({ hour, minute, second, millisecond }: Temporal.PlainTime): number {
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** The number of the local day of an instant. */
export function dayAt(at: Temporal.Instant, timeZone: string): number {
  return dayOf(zoneOffsets(timeZone).localOf(at.epochMilliseconds));
}

/** ISO number of a day's weekday, 1 for Monday; day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first instant of a local day: midnight or, if the clocks skip it, the moment of the change. */
export function startOfDay(day: number, timeZone: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(zoneOffsets(timeZone).instantOf(day * DAY));
}

/** A local date, from its first instant to the next one's. */
export function wholeDay(date: Temporal.PlainDate, timeZone: string): Span {
  const day = dayOfDate(date);
  return { from: startOfDay(day, timeZone), until: startOfDay(day + 1, timeZone) };
}
