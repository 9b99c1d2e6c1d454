import { Temporal } from 'temporal-polyfill';
import { DAY, dayOf, timeOfDay, weekdayOf } from './localDay';
import { contains, overlap, type Span } from './span';
import { zoneOffsets } from './zoneOffsets';

/** Windows of local time, one on each of some weekdays. */
export interface LocalHours {
  /** ISO numbers of the days on which a window starts: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Local time at which a window starts. */
  readonly from: Temporal.PlainTime;
  /** Local time at which it ends; on the next day unless it is after `from`, so that equal times mean 24 hours. */
  readonly until: Temporal.PlainTime;
}

/** The window of one day. */
export interface HoursWindow extends Span {
  /** The local time at which it starts, in milliseconds as if it were UTC. */
  readonly begins: number;
}

/** The wall-clock length of a window: more than zero, at most 24 hours. */
export function lengthOfHours({ from, until }: LocalHours): Temporal.Duration {
  const minutes = from.until(until).total('minutes');
  return Temporal.Duration.from({ minutes: minutes > 0 ? minutes : minutes + 24 * 60 });
}

/**
 * The windows that overlap a span, whole, in order. Each starts and ends at its local time, as
 * `recurringInstant` says; a window that the clocks skip entirely is left out.
 */
export function windowsIn(hours: LocalHours, timeZone: string, span: Span): HoursWindow[] {
  return windowsOfDays(hours, timeZone, span).filter((window) => overlap(window, span));
}

/** The windows in a span that the clocks skip entirely: each starts and ends at the moment of the change. */
export function skippedWindows(hours: LocalHours, timeZone: string, span: Span): HoursWindow[] {
  return windowsOfDays(hours, timeZone, span).filter(
    ({ from, until }) => from.equals(until) && contains(span, from),
  );
}

/** The windows of all days that a span touches, and of some around it. Arithmetic, because asking a zone for its offset is slow. */
function windowsOfDays(hours: LocalHours, timeZone: string, span: Span): HoursWindow[] {
  const zone = zoneOffsets(timeZone);
  const opens = timeOfDay(hours.from);
  const length = lengthOfHours(hours).total('milliseconds');
  const last = dayOf(zone.localOf(span.until.epochMilliseconds)) + 1;
  const windows: HoursWindow[] = [];
  for (let day = dayOf(zone.localOf(span.from.epochMilliseconds)) - 2; day <= last; day += 1) {
    if (!hours.days.includes(weekdayOf(day))) continue;
    const begins = day * DAY + opens;
    windows.push({
      begins,
      from: Temporal.Instant.fromEpochMilliseconds(zone.instantOf(begins)),
      until: Temporal.Instant.fromEpochMilliseconds(zone.instantOf(begins + length)),
    });
  }
  return windows;
}
