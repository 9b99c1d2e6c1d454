import type { Temporal } from 'temporal-polyfill';
import { dateText } from './localTime';

/** Local times that the clocks skip, half open, and the change that skips them. */
export interface SkippedTime {
  /** The first local time that does not occur. */
  readonly from: Temporal.PlainDateTime;
  /** The local time right after the change. */
  readonly until: Temporal.PlainDateTime;
  /** The moment of the change. */
  readonly change: Temporal.Instant;
}

/**
 * The skipped time that a local time is in.
 * @returns undefined if the local time occurs
 * @example
 * skippedTime(Temporal.PlainDateTime.from('2026-03-29T01:30'), 'Europe/London')
 * // { from: 2026-03-29T01:00, until: 2026-03-29T02:00, change: 2026-03-29T01:00:00Z }
 */
export function skippedTime(local: Temporal.PlainDateTime, timeZone: string): SkippedTime | undefined {
  const before = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (before.toPlainDateTime().equals(local)) return undefined;
  // 'earlier' is before the change, by the length of what is skipped at most.
  const after = before.getTimeZoneTransition('next');
  if (after === null) return undefined;
  const until = after.toPlainDateTime();
  const nanoseconds = after.offsetNanoseconds - before.offsetNanoseconds;
  return { from: until.subtract({ nanoseconds }), until, change: after.toInstant() };
}

/**
 * Why a local time does not occur, as the end of a message.
 * @returns undefined if it does
 * @example
 * skippedText(Temporal.PlainDateTime.from('2026-03-29T01:30'), 'Europe/London')
 * // 'the clocks of Europe/London go forward from 01:00 to 02:00 on Sun 29 Mar 2026'
 */
export function skippedText(local: Temporal.PlainDateTime, timeZone: string): string | undefined {
  const skipped = skippedTime(local, timeZone);
  if (skipped === undefined) return undefined;
  const { from, until } = skipped;
  const clockOf = (at: Temporal.PlainDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' });
  return from.toPlainDate().equals(until.toPlainDate())
    ? `the clocks of ${timeZone} go forward from ${clockOf(from)} to ${clockOf(until)} on ${dateText(from)}`
    : `the clocks of ${timeZone} go forward from ${dateText(from)} ${clockOf(from)} to ${dateText(until)} ${clockOf(until)}`;
}
