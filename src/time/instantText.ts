import type { Temporal } from 'temporal-polyfill';
import { zoneOffsets } from './zoneOffsets';

/**
 * An instant as RFC 3339 with the zone's offset and whole seconds: the form that PagerDuty's
 * provider accepts and reviewers can read.
 * @example
 * instantText(Temporal.Instant.from('2026-01-05T01:00:00Z'), 'Asia/Kuala_Lumpur') // '2026-01-05T09:00:00+08:00'
 */
export function instantText(instant: Temporal.Instant, timeZone: string): string {
  const at = instant.epochMilliseconds;
  const local = zoneOffsets(timeZone).localOf(at);
  return `${new Date(local).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}${offsetText(local - at)}`;
}

/** @param offset of a zone, in milliseconds */
function offsetText(offset: number): string {
  // A century ago some zones had seconds.
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((each) =>
    String(each).padStart(2, '0'),
  );
  return `${offset < 0 ? '-' : '+'}${hour}:${minute}`;
}

/**
 * An instant as RFC 3339 in UTC and whole seconds, as Datadog's one-time downtimes require.
 * @example
 * utcText(Temporal.Instant.from('2026-12-25T00:00:00+08:00')) // '2026-12-24T16:00:00Z'
 */
export function utcText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 0 });
}
