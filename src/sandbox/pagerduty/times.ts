import { Temporal } from 'temporal-polyfill';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i;
/** Go's text form of a time, which the provider sends. */
const GO_TEXT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)? ([+-]\d{2})(\d{2}) [A-Z]+$/;

/**
 * An instant as the provider writes it: in RFC 3339, or in Go's text form.
 * @returns undefined for any other text
 * @example
 * instantOf('2026-01-05 01:00:00 +0000 UTC') // 2026-01-05T01:00:00Z
 */
export function instantOf(text: string): Temporal.Instant | undefined {
  const [, date, time, hours, minutes] = GO_TEXT.exec(text) ?? [];
  const rfc3339 = date === undefined ? text : `${date}T${time}${hours}:${minutes}`;
  if (!RFC_3339.test(rfc3339)) return undefined;
  try {
    return Temporal.Instant.from(rfc3339);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An instant as PagerDuty returns it: local time in a zone with its offset, in whole seconds. */
export function zonedText(instant: Temporal.Instant, timeZone: string): string {
  return instant
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0, offset: 'auto' });
}

/** The same instant in another zone's local time. */
export function inZone(text: string, timeZone: string): string {
  return zonedText(Temporal.Instant.from(text), timeZone);
}

/** Whole seconds since 1970-01-01T00:00:00Z. */
export function epochSeconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}

/** The same of an instant's text. */
export function second(time: string): number {
  return epochSeconds(Temporal.Instant.from(time));
}

/** The instant a number of seconds after 1970-01-01T00:00:00Z. */
export function fromEpochSeconds(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
}
