import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Without clock changes; with changes of an hour, on both hemispheres; with changes of half an hour. */
const ZONES = ['Asia/Kuala_Lumpur', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'];

/** A recurrence, and an instant at which it is looked at. */
export interface Case {
  readonly timeZone: string;
  readonly start: Temporal.PlainDateTime;
  readonly rrule: string;
  /** In minutes. */
  readonly length: number;
  readonly at: Temporal.Instant;
}

/**
 * Recurrences of two years, whose days may be given in any order, seen from a month before they
 * begin to a year after.
 * @param interval INTERVAL of the rules
 */
export const anyCase = (interval: fc.Arbitrary<number>): fc.Arbitrary<Case> =>
  fc
    .record({
      timeZone: fc.constantFrom(...ZONES),
      day: fc.integer({ min: 0, max: 730 }),
      // The clocks change in the first hours of a day.
      minute: fc.oneof(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 60, max: 180 })),
      frequency: fc.constantFrom('DAILY', 'WEEKLY'),
      interval,
      days: fc.option(fc.shuffledSubarray(DAYS, { minLength: 1 })),
      length: fc.oneof(fc.integer({ min: 1, max: 24 * 60 }), fc.integer({ min: 1, max: 10 * 24 * 60 })),
      at: fc.integer({ min: -30 * 24 * 60, max: 365 * 24 * 60 }),
    })
    .map(({ timeZone, day, minute, frequency, interval, days, length, at }) => {
      const local = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ days: day, minutes: minute });
      return {
        timeZone,
        start: local,
        rrule: `FREQ=${frequency};INTERVAL=${interval}${days === null ? '' : `;BYDAY=${days.join(',')}`}`,
        length,
        at: local.toZonedDateTime(timeZone).toInstant().add({ minutes: at }),
      };
    })
    // A beginning that does not exist is a mistake of whoever wrote it.
    .filter(({ timeZone, start }) => start.toZonedDateTime(timeZone).toPlainDateTime().equals(start));

/**
 * When the occurrences of a case begin within a span, both ends included, by another project's
 * reading of RFC 5545.
 */
export function beginnings(
  { timeZone, start, rrule }: Case,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Instant[] {
  const rule = new RRuleTemporal({
    rruleString: `RRULE:${rrule}`,
    dtstart: start.toZonedDateTime(timeZone),
    temporal: Temporal,
  });
  const found = rule.between(from.toZonedDateTimeISO(timeZone), until.toZonedDateTimeISO(timeZone), true);
  return found.map((each) => each.toInstant());
}
