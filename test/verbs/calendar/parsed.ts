import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { convertIcsCalendar, type IcsCalendar, type IcsEvent } from 'ts-ics';

/** A feed as another project's parser reads it. */
export function parsed(text: string): IcsCalendar {
  return convertIcsCalendar(undefined, text);
}

/** What a calendar in a zone shows: local beginning and end, and the title. */
export function shown(event: IcsEvent, timeZone = 'Asia/Kuala_Lumpur'): string {
  const local = instants(event).map((at) =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' }),
  );
  return `${local.join(' ')} ${event.summary}`;
}

/** When an event begins and ends; a time that names a zone is refused, because Outlook misreads zones. */
export function instants({ start, end }: IcsEvent): string[] {
  return [start, end].map((time) => {
    if (time === undefined || time === null || time.local !== undefined) throw new Error('not a UTC time');
    return Temporal.Instant.fromEpochMilliseconds(time.date.getTime()).toString();
  });
}

/** The same as Thunderbird's parser reads them. */
export function instantsOf(text: string): string[][] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.getFirstSubcomponent('vtimezone') !== null) throw new Error('a feed with a zone');
  return calendar.getAllSubcomponents('vevent').map((event) =>
    ['dtstart', 'dtend'].map((name) => {
      const time = event.getFirstPropertyValue(name);
      if (!(time instanceof ICAL.Time)) throw new Error(`an event without ${name}`);
      return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
    }),
  );
}
