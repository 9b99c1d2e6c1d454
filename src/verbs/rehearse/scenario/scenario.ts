import type { Temporal } from 'temporal-polyfill';
import type { Report } from '../rehearsalLedger';

/** A report and its time. */
export interface TimedReport {
  readonly at: Temporal.Instant;
  readonly report: Report;
}

/** How a rule breaks, and is repaired. */
export interface Scenario {
  /** The oldest business date expected. */
  readonly firstDate: Temporal.PlainDate;
  /** The reports up to the break, in order; the last ones cause it. */
  readonly reports: readonly TimedReport[];
  /** When the state becomes bad. */
  readonly begins: Temporal.Instant;
  /** The reports that repair it, at a moment after `begins`. */
  readonly repairs: (at: Temporal.Instant) => readonly Report[];
  /** The repair in a few words, e.g. `run finished`. */
  readonly repaired: string;
}
