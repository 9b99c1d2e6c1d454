import type { Temporal } from 'temporal-polyfill';

/** JSON for programs, indented, with a line break at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** An instant in RFC 3339 with the zone's offset, e.g. `2026-11-23T09:00:00+08:00`. */
export function instantJson(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
}
