import type { Temporal } from 'temporal-polyfill';

/** A stretch of time, half open: `from` belongs to it, `until` does not. */
export interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}
