import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type HolidayCalendar, type Location, type Office, ownOffice } from '../catalog';
import type { Span } from '../time/span';

/** An office, and where a missing file of its calendar is reported. */
export interface UsedCalendar {
  readonly office: Office;
  readonly location: Location;
}

/** The calendars of the organization itself and of each office, in the order of the data. */
export function usedCalendars(catalog: Catalog): readonly UsedCalendar[] {
  const { organization, offices } = catalog;
  return [
    { office: ownOffice(catalog), location: organization.horizonSource },
    ...offices.map((office) => ({ office, location: office.source })),
  ];
}

/** The first and the last local day that a time touches. */
export interface LocalDays {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export function localDays({ from, until }: Span, timeZone: string): LocalDays {
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  return { first: dateOf(from), last: dateOf(until.subtract({ nanoseconds: 1 })) };
}

/** The folder of a calendar's files, seen from the data folder. */
export function folderOf({ id }: HolidayCalendar): string {
  return id === undefined ? 'holidays' : `holidays/${id}`;
}
