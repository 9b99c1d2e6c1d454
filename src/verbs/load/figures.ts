import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../catalog';
import type { Span } from '../../roster';

/** What one person carries in a window. Times in which nobody was rostered are nobody's. */
export interface PersonLoad {
  readonly person: Person;
  /** Turns in which the person stood, wholly or in part, of all rotations: two that run at once are two. */
  readonly turns: number;
  /** Time on watch: hours that pass by the clock, once where the person stood in two rotations at once. */
  readonly watch: Temporal.Duration;
  /** Local nights, 22:00 until 06:00, of which the person had at least a moment; once each. */
  readonly nights: number;
  /** Local days outside the working week of which the person had at least a moment; once each. */
  readonly weekendDays: number;
  /** Public holidays and replacement days, observed or not, of which the person had at least a moment; once each. */
  readonly holidays: number;
  /** Covers that the person stood for others, in each rotation. */
  readonly given: Covers;
  /** Covers that others stood for the person, in each rotation. */
  readonly received: Covers;
  /** Given less received: below zero where the person owes others. */
  readonly balance: Temporal.Duration;
}

/** How many covers, and how long they are together. */
export interface Covers {
  readonly count: number;
  readonly time: Temporal.Duration;
}

/** What one person owes another: the covers received from them, less those given to them. */
export interface Debt {
  readonly debtor: Person;
  readonly creditor: Person;
  /** Above zero. */
  readonly time: Temporal.Duration;
}

/** Who carries how much in a window. */
export interface Load {
  /** Everybody, in the catalog's order. */
  readonly people: readonly PersonLoad[];
  /** The largest first. */
  readonly debts: readonly Debt[];
}

/** How long spans last together, in hours and smaller units. */
export function lengthOf(spans: readonly Span[]): Temporal.Duration {
  return spans.reduce(
    (sum, { from, until }) => sum.add(from.until(until, { largestUnit: 'hours' })),
    new Temporal.Duration(),
  );
}
