import type { Temporal } from 'temporal-polyfill';
import type { Span } from '../../time/span';
import type { PicturePerson } from '../people';

/** A roster to be drawn. */
export interface Timeline {
  /** What the picture is called for screen readers. */
  readonly title: string;
  /** The time that is shown. */
  readonly window: Span;
  /** Everybody in the order of the data, even those who are in no row: colours follow from it. */
  readonly people: readonly PicturePerson[];
  /** Rows by the office whose dates they go by, at least one. */
  readonly offices: readonly TimelineOffice[];
  /** The moment at which the reader is. @default - no line */
  readonly today?: Temporal.Instant;
  /** The text at that line. @default 'today' */
  readonly todayText?: string;
}

/** Rotations of one office, under an axis with its local dates. */
export interface TimelineOffice {
  /** Display name, shown if there are several offices. */
  readonly name: string;
  /** IANA zone of the axis. */
  readonly timeZone: string;
  /** ISO numbers of the days outside the working week: 6 is Saturday. */
  readonly weekend: readonly number[];
  /** Public holidays and replacement days. */
  readonly holidays: readonly TimelineHoliday[];
  readonly rows: readonly TimelineRow[];
}

/** A day off. */
export interface TimelineHoliday {
  readonly date: Temporal.PlainDate;
  readonly name: string;
}

/** One rotation. */
export interface TimelineRow {
  /** Display name. */
  readonly name: string;
  /** Id in the data, for a page that shows parts of the picture. @default - none */
  readonly id?: string;
  /** What else to know of it, e.g. its duty. @default - nothing */
  readonly note?: string;
  /** In order; those outside the picture's time are left out, those that begin or end there are cut. */
  readonly shifts: readonly TimelineShift[];
}

/** A time in which one person is on call: a shift of `roster --json`, with instants. */
export interface TimelineShift extends Span {
  /** Id of who is on call. */
  readonly onDuty: string;
  /** Id of whose turn it is. */
  readonly rostered: string;
  readonly reason: 'rotation' | 'cover' | 'clash';
}
