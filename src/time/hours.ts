import { Temporal } from 'temporal-polyfill';
import { recurringInstant } from './recurringInstant';
import { contains, overlap, type Span } from './span';

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
  /** The local time at which it starts. */
  readonly begins: Temporal.PlainDateTime;
}

/** The wall-clock length of a window: more than zero, at most 24 hours. */
export function lengthOfHours({ from, until }: LocalHours): Temporal.Duration {
  const minutes = from.until(until).total('minutes');
  return Temporal.Duration.from({ minutes: minutes > 0 ? minutes : minutes + 24 * 60 });
}

/**
 * The windows that overlap a span, whole, in order. Each starts and ends at its local time, see
 * {@link recurringInstant}; a window that the clocks skip entirely is left out.
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

/** The windows of all days that a span touches, and some around it. */
function windowsOfDays(hours: LocalHours, timeZone: string, span: Span): HoursWindow[] {
  const length = lengthOfHours(hours);
  const last = span.until.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  let date = span.from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 2 });
  const windows: HoursWindow[] = [];
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!hours.days.includes(date.dayOfWeek)) continue;
    const begins = date.toPlainDateTime(hours.from);
    const from = recurringInstant(begins, timeZone);
    const until = recurringInstant(begins.add(length), timeZone);
    windows.push({ begins, from, until });
  }
  return windows;
}
