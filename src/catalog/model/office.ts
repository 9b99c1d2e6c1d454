import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Holiday } from './holiday';
import type { Weekday } from './weekday';

/** Where people work: whose clock, working days, office hours and holidays count for them. */
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
  /** Days on which people are at work, Monday first. */
  readonly workingWeek: readonly Weekday[];
  /** The weekly rest days whose holidays move to a replacement day, Monday first; empty if no holiday moves. */
  readonly restDays: readonly Weekday[];
  /** Local working hours, `until` excluded. */
  readonly officeHours: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };
  readonly calendar: HolidayCalendar;
}

/** The public holidays of a country or a region. */
export interface HolidayCalendar {
  /**
   * Name of its folder below `holidays`.
   * @default - the organization's own: the files in `holidays` itself
   */
  readonly id?: string;
  /** Days of all its files, by date. */
  readonly holidays: readonly Holiday[];
  /** Years for which there is a file, ascending. */
  readonly years: readonly number[];
}

/** An office of `organization.yaml`, beside the organization's own. */
export interface NamedOffice extends Office {
  readonly id: string;
  readonly source: Location;
}
