import { Temporal } from 'temporal-polyfill';

/** A stretch of time, half open: `from` belongs to it, `until` does not. */
export interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** True where the instant lies in the span. */
export function contains(span: Span, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(span.from, at) <= 0 && Temporal.Instant.compare(at, span.until) < 0;
}
