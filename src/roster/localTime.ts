import type { Temporal } from 'temporal-polyfill';

const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A local date in a message, with its weekday.
 * @example
 * dateText(Temporal.PlainDate.from('2026-11-09')); // 'Mon 9 Nov 2026'
 */
export function dateText(date: Pick<Temporal.PlainDate, 'dayOfWeek' | 'day' | 'month' | 'year'>): string {
  return `${WEEKDAY_NAMES[date.dayOfWeek - 1]} ${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`;
}

/**
 * An instant in a message, in local time to the minute, with its weekday.
 * @example
 * timeText(Temporal.Instant.from('2026-11-09T01:00:00Z'), 'Asia/Kuala_Lumpur'); // 'Mon 9 Nov 2026 09:00'
 */
export function timeText(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  return `${dateText(local)} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/**
 * An instant in a table whose rows say the year already.
 * @example
 * shortTimeText(Temporal.Instant.from('2026-11-09T01:00:00Z'), 'Asia/Kuala_Lumpur'); // 'Mon 9 Nov 09:00'
 */
export function shortTimeText(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  return timeText(at, timeZone).replace(` ${local.year} `, ' ');
}

/**
 * Names as a sentence lists them.
 * @example
 * listText(['Thiru', 'Choo', 'Spencer']); // 'Thiru, Choo and Spencer'
 */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
