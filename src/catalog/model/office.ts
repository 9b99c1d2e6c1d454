import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Holiday } from './holiday';
import type { Weekday } from './weekday';

/** A place of work: its time zone, working days, office hours and holidays. */
export interface Office {
  /**
   * Id in the data.
   * @default - the organization's own office
   */
  readonly id?: string;
  /** Display name. */
  readonly name: string;
  /** IANA zone of all local dates and times of the office; one that PagerDuty's provider accepts. */
  readonly timeZone: string;
  /** Days on which people work, Monday first. */
  readonly workingWeek: readonly Weekday[];
  /** Weekly rest days, Monday first; a holiday on one of them moves to a replacement day. Empty if no holiday moves. */
  readonly restDays: readonly Weekday[];
  /** Local working hours, `until` excluded. */
  readonly officeHours: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };
  /** Its public holidays. */
  readonly calendar: HolidayCalendar;
}

/** The public holidays of a country or a region. */
export interface HolidayCalendar {
  /**
   * Name of its folder in `holidays`.
   * @default - the organization's own: the files in `holidays` itself
   */
  readonly id?: string;
  /** Days of all its files, sorted by date. */
  readonly holidays: readonly Holiday[];
  /** Years that have a file, ascending. */
  readonly years: readonly number[];
}

/** An office listed in `organization.yaml`, other than the organization's own. */
export interface NamedOffice extends Office {
  /** Id in the data. */
  readonly id: string;
  /** Where its key is. */
  readonly source: Location;
}
