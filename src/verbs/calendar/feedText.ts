import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import type { Feed, ShiftEvent } from './feed';

/** Marks each file as a feed of this program. */
export const PRODUCT = '-//Watchbill//Watchbill//EN';

/** When a feed is written, and its calendar's zone. */
export interface FeedSetting {
  /** The instant to plan from, which stamps the events. */
  readonly asOf: Temporal.Instant;
  /** IANA zone of the calendar. */
  readonly timeZone: string;
}

/** Events as text, by what they are of: a shift is in the feeds of a person, a rotation and its pipelines. */
export type EventTexts = Map<ShiftEvent, string>;

const END = 'END:VCALENDAR';

/**
 * A feed as iCalendar. Stamps and sequence numbers depend on `asOf` alone: a later plan replaces
 * an earlier one, and the same data at the same instant gives the same text. Times are in UTC,
 * which every calendar shows in its reader's zone; Outlook misreads a VTIMEZONE that lists a
 * zone's changes one by one.
 * @param texts the texts of events in feeds with the same setting; new ones are added
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function feedText(
  { name, events }: Feed,
  { asOf, timeZone }: FeedSetting,
  texts: EventTexts = new Map(),
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addProperty(typed('name', 'text', name));
  // Apple, Google and Outlook read these instead of NAME and REFRESH-INTERVAL.
  calendar.addProperty(typed('x-wr-calname', 'text', name));
  calendar.addPropertyWithValue('x-wr-timezone', timeZone);
  calendar.addProperty(typed('refresh-interval', 'duration', ICAL.Duration.fromString('PT1H')));
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H');
  const written = events.map((event) => {
    const text = texts.get(event) ?? `${folded(eventComponent(event, asOf))}\r\n`;
    texts.set(event, text);
    return text;
  });
  return `${folded(calendar).slice(0, -END.length)}${written.join('')}${END}\r\n`;
}

function eventComponent(event: ShiftEvent, asOf: Temporal.Instant): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', event.uid);
  component.addPropertyWithValue('dtstamp', utcTime(asOf));
  component.addPropertyWithValue('sequence', sequenceOf(asOf));
  component.addPropertyWithValue('dtstart', utcTime(event.from));
  component.addPropertyWithValue('dtend', utcTime(event.until));
  component.addPropertyWithValue('summary', event.summary);
  component.addPropertyWithValue('description', event.description);
  if (event.url !== undefined) component.addPropertyWithValue('url', event.url);
  // People on call still have meetings: the event does not make them busy.
  component.addPropertyWithValue('transp', 'TRANSPARENT');
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString('-P1D'));
  alarm.addPropertyWithValue('description', event.summary);
  component.addSubcomponent(alarm);
  return component;
}

function utcTime(at: Temporal.Instant): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at.epochMilliseconds), true);
}

/** Whole minutes since 1970, which fit iCalendar's 32 bits for four thousand years. */
function sequenceOf(asOf: Temporal.Instant): number {
  return Math.floor(asOf.epochMilliseconds / 60_000);
}

/** A property with an explicit value type. */
function typed(name: string, type: string, value: string | ICAL.Duration): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType(type);
  property.setValue(value);
  return property;
}

/** Folded to lines of at most 75 octets. The library does not count the leading space of a continuation line. */
function folded(component: ICAL.Component): string {
  const { foldLength } = ICAL;
  ICAL.foldLength = 74;
  try {
    return component.toString();
  } finally {
    ICAL.foldLength = foldLength;
  }
}
