import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Escalation } from './escalation';
import type { Weekday } from './weekday';

/** The company whose data this is: zone, hours, hand-off and the escalation that pipelines inherit. */
export interface Organization {
  /** Display name. */
  readonly name: string;
  /** IANA zone of every local date and time in the data; one that PagerDuty's provider accepts. */
  readonly timeZone: string;
  /** Days on which people are at work, Monday first. */
  readonly workingWeek: readonly Weekday[];
  /** The weekly rest days whose holidays move to a replacement day, Monday first; none where no holiday moves. */
  readonly restDays: readonly Weekday[];
  /** Local working hours, `until` excluded. */
  readonly officeHours: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };
  /** When the watch changes hands, local. */
  readonly handOff: { readonly day: Weekday; readonly at: Temporal.PlainTime };
  /** Where runbooks are read, without a trailing slash. */
  readonly runbooksUrl: string;
  /** Where PagerDuty is read, without a trailing slash. */
  readonly pagerDutyUrl: string;
  /** How many local days ahead covers and holiday downtimes are planned. */
  readonly horizonDays: number;
  /** Kinds of watch, at least one; the first answers first. */
  readonly duties: readonly string[];
  /** The escalation of pipelines that give none of their own. */
  readonly escalation: Escalation;
  /** Where the file begins. */
  readonly source: Location;
  /** Where the horizon is given, else where the file begins. */
  readonly horizonSource: Location;
}
