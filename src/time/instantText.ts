import type { Temporal } from 'temporal-polyfill';

/**
 * An instant as RFC 3339 with the zone's offset and whole seconds: the form that PagerDuty's
 * provider accepts and reviewers can read.
 * @example
 * instantText(Temporal.Instant.from('2026-01-05T01:00:00Z'), 'Asia/Kuala_Lumpur') // '2026-01-05T09:00:00+08:00'
 */
export function instantText(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toString({
    timeZoneName: 'never',
    fractionalSecondDigits: 0,
    calendarName: 'never',
  });
}

/**
 * An instant as RFC 3339 in UTC and whole seconds, as Datadog's one-time downtimes require.
 * @example
 * utcText(Temporal.Instant.from('2026-12-25T00:00:00+08:00')) // '2026-12-24T16:00:00Z'
 */
export function utcText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 0 });
}
