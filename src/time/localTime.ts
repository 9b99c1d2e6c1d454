import type { Temporal } from 'temporal-polyfill';
import { zoneOffsets } from './zoneOffsets';

const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A local date for people, with its weekday.
 * @example
 * dateText(Temporal.PlainDate.from('2026-11-09')); // 'Mon 9 Nov 2026'
 */
export function dateText(date: Pick<Temporal.PlainDate, 'dayOfWeek' | 'day' | 'month' | 'year'>): string {
  return `${WEEKDAY_NAMES[date.dayOfWeek - 1]} ${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`;
}

/**
 * An instant for people, in local time to the minute, with its weekday; in an hour that occurs
 * twice, with its offset.
 * @example
 * timeText(Temporal.Instant.from('2026-11-09T01:00:00Z'), 'Asia/Kuala_Lumpur'); // 'Mon 9 Nov 2026 09:00'
 * timeText(Temporal.Instant.from('2026-10-25T00:30:00Z'), 'Europe/London'); // 'Sun 25 Oct 2026 01:30 (UTC+01:00)'
 */
export function timeText(at: Temporal.Instant, timeZone: string): string {
  return `${dateText(localOf(at, timeZone))} ${clockText(at, timeZone)}`;
}

/**
 * Like {@link timeText}, but without the year if it is the same as that of another instant, e.g.
 * for the end of a time after its start.
 * @param beside an instant whose year the reader knows: the start, or as-of
 * @example
 * const newYear = Temporal.Instant.from('2026-12-31T16:00:00Z');
 * shortTimeText(newYear, 'Asia/Kuala_Lumpur', newYear); // 'Fri 1 Jan 00:00'
 */
export function shortTimeText(at: Temporal.Instant, timeZone: string, beside: Temporal.Instant): string {
  return `${shortDateText(at, timeZone, beside)} ${clockText(at, timeZone)}`;
}

/** The local date of an instant, as in {@link shortTimeText}. */
export function shortDateText(at: Temporal.Instant, timeZone: string, beside: Temporal.Instant): string {
  const date = localOf(at, timeZone);
  const text = dateText(date);
  return date.year === localOf(beside, timeZone).year ? text.replace(/ -?\d+$/, '') : text;
}

/**
 * The local clock time of an instant, to the minute; in an hour that occurs twice, with its offset.
 * @example
 * clockText(Temporal.Instant.from('2026-10-25T01:30:00Z'), 'Europe/London'); // '01:30 (UTC+00:00)'
 */
export function clockText(at: Temporal.Instant, timeZone: string): string {
  const { clock } = localOf(at, timeZone);
  const isTwice = zoneOffsets(timeZone).occursTwice(at.epochMilliseconds);
  return isTwice ? `${clock} (UTC${at.toZonedDateTimeISO(timeZone).offset})` : clock;
}

/** The local time of an instant, by arithmetic: Temporal takes a hundred times as long, and a site has many thousands. */
function localOf(at: Temporal.Instant, timeZone: string) {
  const local = new Date(zoneOffsets(timeZone).localOf(at.epochMilliseconds));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    dayOfWeek: local.getUTCDay() || 7,
    clock: `${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`,
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * A span of time for people, short.
 * @example
 * rangeText(span, 'Asia/Kuala_Lumpur') // 'Mon 7 Dec 2026 09:00 to Mon 14 Dec 09:00'
 */
export function rangeText(
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  timeZone: string,
): string {
  return `${timeText(from, timeZone)} to ${shortTimeText(until, timeZone, from)}`;
}

/**
 * A span of time in a sentence.
 * @example
 * spanText(span, 'Asia/Kuala_Lumpur') // 'from Mon 9 Nov 2026 09:00 until Tue 10 Nov 00:00'
 */
export function spanText(
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  timeZone: string,
): string {
  return `from ${timeText(from, timeZone)} until ${shortTimeText(until, timeZone, from)}`;
}

/**
 * Names as a list in a sentence.
 * @example
 * listText(['Thiru', 'Choo', 'Spencer']); // 'Thiru, Choo and Spencer'
 */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
