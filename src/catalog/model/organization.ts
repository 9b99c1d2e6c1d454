import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Escalation } from './escalation';
import type { Weekday } from './weekday';

/** The company: time zone, working hours, hand-off and the escalation that pipelines inherit. */
export interface Organization {
  /** Display name. */
  readonly name: string;
  /** IANA zone of every local date and time, except where an office has its own; one that PagerDuty's provider accepts. */
  readonly timeZone: string;
  /** Days on which people work, Monday first. */
  readonly workingWeek: readonly Weekday[];
  /** Weekly rest days, Monday first; a holiday on one of them moves to a replacement day. Empty if no holiday moves. */
  readonly restDays: readonly Weekday[];
  /** Local working hours, `until` excluded. */
  readonly officeHours: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };
  /** When turns are handed off, in local time. */
  readonly handOff: { readonly day: Weekday; readonly at: Temporal.PlainTime };
  /**
   * Handles of channels, without `@`, that are told of every alert.
   * @default - none
   */
  readonly channels?: readonly string[];
  /** Base address of the runbooks, without a trailing slash. */
  readonly runbooksUrl: string;
  /**
   * Base address of the published site, without a trailing slash.
   * @default - messages link to the runbooks
   */
  readonly siteUrl?: string;
  /** Base address of the PagerDuty account, without a trailing slash. */
  readonly pagerDutyUrl: string;
  /** How many local days ahead covers and holiday downtimes are planned; 84 unless the data says otherwise. */
  readonly horizonDays: number;
  /** Ids of the on-call duties, at least one; the first is paged first. */
  readonly duties: readonly string[];
  /** The escalation of pipelines that have none of their own. */
  readonly escalation: Escalation;
  /** Where the file starts. */
  readonly source: Location;
  /** Where the horizon is given, otherwise where the file starts. */
  readonly horizonSource: Location;
}
