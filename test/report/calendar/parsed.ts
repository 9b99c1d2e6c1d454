import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { convertIcsCalendar, type IcsCalendar, type IcsEvent } from 'ts-ics';

/** A feed as another project's parser reads it. */
export function parsed(text: string): IcsCalendar {
  return convertIcsCalendar(undefined, text);
}

/** What a calendar shows: local beginning and end, and the title. */
export function shown({ start, end, summary }: IcsEvent): string {
  return `${localOf(start)} ${localOf(end)} ${summary}`;
}

/** When an event begins and ends, by the zone that it names: the parser is inexact on days on which clocks change. */
export function instants({ start, end }: IcsEvent): string[] {
  return [start, end].map((time) => {
    if (time?.local === undefined) return Temporal.Instant.fromEpochMilliseconds(dateOf(time)).toString();
    return Temporal.PlainDateTime.from(localOf(time))
      .toZonedDateTime(time.local.timezone)
      .toInstant()
      .toString();
  });
}

/** The same by the file's own VTIMEZONE and nothing else, as Thunderbird reads it. */
export function instantsByZone(text: string): string[][] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? {});
  return calendar.getAllSubcomponents('vevent').map((event) =>
    ['dtstart', 'dtend'].map((name) => {
      const time = event.getFirstPropertyValue(name);
      if (!(time instanceof ICAL.Time)) throw new Error(`an event without ${name}`);
      if (time.zone !== ICAL.Timezone.utcTimezone) time.zone = zone;
      return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
    }),
  );
}

type Time = IcsEvent['start'] | IcsEvent['end'];

function dateOf(time: Time): number {
  if (time === undefined || time === null) throw new Error('an event without a time');
  return time.date.getTime();
}

/** The parser keeps a local time as if it were UTC. */
function localOf(time: Time): string {
  if (time?.local === undefined) throw new Error('an event without a local time');
  return Temporal.Instant.fromEpochMilliseconds(time.local.date.getTime())
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
