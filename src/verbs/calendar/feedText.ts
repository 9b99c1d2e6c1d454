import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import type { Feed, WatchEvent } from './feed';

/** Says in each file that it is a feed of this program. */
export const PRODUCT = '-//Watchbill//Watchbill//EN';

/** When a feed is written, and the zone that its calendar is shown in. */
export interface FeedSetting {
  /** The instant to plan from: what the events are stamped with. */
  readonly asOf: Temporal.Instant;
  /** IANA zone that a calendar takes for its own. */
  readonly timeZone: string;
}

/**
 * A feed as iCalendar. Stamps and sequence numbers follow from `asOf` alone: what was planned
 * from a later instant replaces what was planned before, and the same data of the same instant
 * is the same text. Times are in UTC, which every calendar shows in its reader's own zone; a
 * VTIMEZONE that lists a zone's changes one by one is misread by Outlook.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function feedText({ name, events }: Feed, { asOf, timeZone }: FeedSetting): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addProperty(typed('name', 'text', name));
  // What Apple, Google and Outlook read instead of NAME and REFRESH-INTERVAL.
  calendar.addProperty(typed('x-wr-calname', 'text', name));
  calendar.addPropertyWithValue('x-wr-timezone', timeZone);
  calendar.addProperty(typed('refresh-interval', 'duration', ICAL.Duration.fromString('PT1H')));
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H');
  for (const event of events) calendar.addSubcomponent(eventComponent(event, asOf));
  return `${folded(calendar)}\r\n`;
}

function eventComponent(event: WatchEvent, asOf: Temporal.Instant): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', event.uid);
  component.addPropertyWithValue('dtstamp', utcTime(asOf));
  component.addPropertyWithValue('sequence', sequenceOf(asOf));
  component.addPropertyWithValue('dtstart', utcTime(event.from));
  component.addPropertyWithValue('dtend', utcTime(event.until));
  component.addPropertyWithValue('summary', event.summary);
  component.addPropertyWithValue('description', event.description);
  if (event.url !== undefined) component.addPropertyWithValue('url', event.url);
  // A week on watch is no week without meetings.
  component.addPropertyWithValue('transp', 'TRANSPARENT');
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString('-P1D'));
  alarm.addPropertyWithValue('description', event.summary);
  component.addSubcomponent(alarm);
  return component;
}

function utcTime(at: Temporal.Instant): ICAL.Time {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO('UTC');
  const time = { year, month, day, hour, minute, second, isDate: false };
  return ICAL.Time.fromData(time, ICAL.Timezone.utcTimezone);
}

/** Whole minutes since 1970, which iCalendar's 32 bits hold for four thousand years. */
function sequenceOf(asOf: Temporal.Instant): number {
  return Math.floor(asOf.epochMilliseconds / 60_000);
}

/** A property whose kind of value a calendar would not guess. */
function typed(name: string, type: string, value: string | ICAL.Duration): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType(type);
  property.setValue(value);
  return property;
}

/** Lines of at most 75 octets: the library does not count the blank with which a line goes on. */
function folded(calendar: ICAL.Component): string {
  const { foldLength } = ICAL;
  ICAL.foldLength = 74;
  try {
    return calendar.toString();
  } finally {
    ICAL.foldLength = foldLength;
  }
}
