import type { Temporal } from 'temporal-polyfill';

/**
 * The beginning of a leave, as in `leave.yaml`: a date if it is the start of a day, else a
 * clock time. A time that occurs twice means the first, so the leave is never too short.
 * @example
 * leaveBegin(Temporal.Instant.from('2026-11-23T14:40:00Z'), 'Asia/Kuala_Lumpur') // '2026-11-23T22:40'
 */
export function leaveBegin(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  return local.startOfDay().equals(local) ? local.toPlainDate().toString() : clockTime(local);
}

/**
 * The end of a leave, as in `leave.yaml`: the last whole day, which is included, else a clock
 * time, which is not.
 * @example
 * leaveEnd(Temporal.Instant.from('2026-11-23T16:00:00Z'), 'Asia/Kuala_Lumpur') // '2026-11-23'
 */
export function leaveEnd(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  if (!local.startOfDay().equals(local)) return clockTime(local);
  return local.toPlainDate().subtract({ days: 1 }).toString();
}

function clockTime(local: Temporal.ZonedDateTime): string {
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
