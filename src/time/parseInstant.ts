import { Temporal } from 'temporal-polyfill';
import { skippedText } from './skippedTime';

const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d';
/** RFC 3339, with the nine fractional digits that an instant can hold. */
const WITH_OFFSET = new RegExp(
  `^\\d{4}-\\d{2}-\\d{2}T${CLOCK}:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-]${CLOCK})$`,
  'i',
);
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_DATE_TIME = new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${CLOCK}(?::[0-5]\\d)?$`);

/**
 * An instant as people write it: RFC 3339 with an offset or `Z`; a local date, which means the
 * start of that day; or a local date and time. A local time that occurs twice means the first.
 *
 * @param timeZone IANA zone of local dates and times
 * @returns undefined for any other text, and for a local date or time that does not occur; see
 * {@link whySkipped}
 * @example
 * parseInstant('2026-11-09', 'Asia/Kuala_Lumpur'); // 2026-11-08T16:00:00Z
 * parseInstant('2026-11-09T08:30', 'Asia/Kuala_Lumpur'); // 2026-11-09T00:30:00Z
 * parseInstant('2026-03-29T01:30', 'Europe/London'); // undefined: the clocks go forward
 */
export function parseInstant(text: string, timeZone: string): Temporal.Instant | undefined {
  if (WITH_OFFSET.test(text)) return ifInCalendar(() => Temporal.Instant.from(text));
  const local = localTime(text);
  if (local === undefined) return undefined;
  const zoned = LOCAL_DATE.test(text)
    ? local.toPlainDate().toZonedDateTime(timeZone)
    : local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const occurs = LOCAL_DATE.test(text)
    ? // A zone that moved across the date line skipped a whole day.
      zoned.toPlainDate().equals(local.toPlainDate())
    : zoned.toPlainDateTime().equals(local);
  return occurs ? zoned.toInstant() : undefined;
}

/**
 * Why {@link parseInstant} refuses a local date or time that the clocks skip, as the end of a message.
 * @returns undefined for any other text
 * @example
 * whySkipped('2026-03-29T01:30', 'Europe/London')
 * // 'the clocks of Europe/London go forward from 01:00 to 02:00 on Sun 29 Mar 2026'
 */
export function whySkipped(text: string, timeZone: string): string | undefined {
  if (parseInstant(text, timeZone) !== undefined) return undefined;
  const local = localTime(text);
  return local && skippedText(local, timeZone);
}

/** The first instant of the local day of `now`. */
export function startOfToday(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
}

/** A local date (its midnight), or a local date and time. */
function localTime(text: string): Temporal.PlainDateTime | undefined {
  if (!LOCAL_DATE.test(text) && !LOCAL_DATE_TIME.test(text)) return undefined;
  return ifInCalendar(() => Temporal.PlainDateTime.from(text));
}

/** Undefined if the text has the right form but there is no such date, e.g. 30 February. */
function ifInCalendar<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
