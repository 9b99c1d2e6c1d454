import type { Temporal } from 'temporal-polyfill';
import type { Report } from '../rehearsalLedger';

/** A report at its time. */
export interface TimedReport {
  readonly at: Temporal.Instant;
  readonly report: Report;
}

/** How a rule's state becomes bad, and good again. */
export interface Scenario {
  /** The oldest business date that is asked for. */
  readonly firstDate: Temporal.PlainDate;
  /** What was reported until it broke, in order; the last ones break it. */
  readonly reports: readonly TimedReport[];
  /** The moment from which the state is bad. */
  readonly begins: Temporal.Instant;
  /** What repairs it, at a moment after `begins`. */
  readonly repairs: (at: Temporal.Instant) => readonly Report[];
  /** The same in a few words, e.g. `run finished`. */
  readonly repaired: string;
}
