import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';

/** A time during which a pipeline's alerts are muted; what is still broken at its end notifies then. */
export interface Maintenance {
  /** First instant. */
  readonly from: Temporal.Instant;
  /** First instant after it (half open). */
  readonly until: Temporal.Instant;
  /** Where its entry starts; an entry may be of several pipelines. */
  readonly source: Location;
}
