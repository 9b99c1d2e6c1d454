import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** An IANA time zone. */
export const timeZoneText = z
  .string({ error: "can't be blank" })
  .refine(isTimeZone, { error: 'is not a valid time zone' });

/** Whether there is such a zone; an offset (`+08:00`) is not a zone. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.from('1970-01-01T00:00:00Z').toZonedDateTimeISO(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
