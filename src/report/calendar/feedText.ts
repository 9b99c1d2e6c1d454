import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import type { Span } from '../../roster';
import type { Feed, WatchEvent } from './feed';
import { type Observance, observances } from './observances';

/** Says in each file that it is a feed of this program. */
export const PRODUCT = '-//Watchbill//Watchbill//EN';

/** When a feed is written, and how its times are told. */
export interface FeedSetting {
  /** The instant to plan from: what the events are stamped with. */
  readonly asOf: Temporal.Instant;
  /** IANA zone of local times. */
  readonly timeZone: string;
}

/**
 * A feed as iCalendar. Stamps and sequence numbers follow from `asOf` alone: what was planned
 * from a later instant replaces what was planned before, and the same data of the same instant
 * is the same text.
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
  calendar.addSubcomponent(zoneComponent(spanOf(events, asOf), timeZone));
  for (const event of events) calendar.addSubcomponent(eventComponent(event, asOf, timeZone));
  return `${folded(calendar)}\r\n`;
}

function eventComponent(event: WatchEvent, asOf: Temporal.Instant, timeZone: string): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', event.uid);
  component.addPropertyWithValue('dtstamp', utcTime(asOf));
  component.addPropertyWithValue('sequence', sequenceOf(asOf));
  component.addProperty(timeProperty('dtstart', event.from, timeZone));
  component.addProperty(timeProperty('dtend', event.until, timeZone));
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

function zoneComponent(span: Span, timeZone: string): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', timeZone);
  for (const each of observances(span, timeZone)) zone.addSubcomponent(observanceComponent(each));
  return zone;
}

function observanceComponent({ from, offsetFrom, offsetTo, isDaylight }: Observance): ICAL.Component {
  const component = new ICAL.Component(isDaylight ? 'daylight' : 'standard');
  component.addPropertyWithValue('dtstart', localTime(from));
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(offsetFrom));
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(offsetTo));
  return component;
}

/**
 * An instant in local time; in UTC where the local time occurs twice, because clocks are put
 * back: the standard means the first, and not every calendar knows it.
 */
function timeProperty(name: string, at: Temporal.Instant, timeZone: string): ICAL.Property {
  const property = new ICAL.Property(name);
  const local = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  );
  if (first?.epochNanoseconds === second?.epochNanoseconds) {
    property.setValue(localTime(local));
    property.setParameter('tzid', timeZone);
  } else {
    property.setValue(utcTime(at));
  }
  return property;
}

function localTime({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): ICAL.Time {
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false });
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

function spanOf(events: readonly WatchEvent[], asOf: Temporal.Instant): Span {
  const [first, last] = [events[0], events.at(-1)];
  return first === undefined || last === undefined
    ? { from: asOf, until: asOf }
    : { from: first.from, until: last.until };
}
