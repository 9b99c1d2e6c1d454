import { Temporal } from 'temporal-polyfill';

const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d';
/** RFC 3339, with the nine fractional digits that an instant can hold. */
const WITH_OFFSET = new RegExp(
  `^\\d{4}-\\d{2}-\\d{2}T${CLOCK}:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-]${CLOCK})$`,
  'i',
);
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_DATE_TIME = new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${CLOCK}(?::[0-5]\\d)?$`);

/**
 * An instant as people write it: RFC 3339 with an offset or `Z`; a local date,
 * meaning the start of that day; or a local date and time, of which one that
 * occurs twice means the first.
 *
 * @param timeZone IANA zone of local dates and times
 * @returns none for any other text, and for a local date or time that does not exist
 * @example
 * parseInstant('2026-11-09', 'Asia/Kuala_Lumpur'); // 2026-11-08T16:00:00Z
 * parseInstant('2026-11-09T08:30', 'Asia/Kuala_Lumpur'); // 2026-11-09T00:30:00Z
 * parseInstant('2026-03-29T01:30', 'Europe/London'); // undefined: clocks go forward
 */
export function parseInstant(text: string, timeZone: string): Temporal.Instant | undefined {
  if (WITH_OFFSET.test(text)) return ifInCalendar(() => Temporal.Instant.from(text));
  if (LOCAL_DATE.test(text)) {
    const date = ifInCalendar(() => Temporal.PlainDate.from(text));
    const start = date?.toZonedDateTime(timeZone);
    // A zone that moved across the date line skipped a whole day.
    return date !== undefined && start?.toPlainDate().equals(date) ? start.toInstant() : undefined;
  }
  if (LOCAL_DATE_TIME.test(text)) {
    const local = ifInCalendar(() => Temporal.PlainDateTime.from(text));
    const zoned = local?.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    return local !== undefined && zoned?.toPlainDateTime().equals(local) ? zoned.toInstant() : undefined;
  }
  return undefined;
}

/** The first instant of the local day in which `now` lies. */
export function startOfToday(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
}

/** None where the text has the right form but no such date exists, e.g. 30 February. */
function ifInCalendar<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
