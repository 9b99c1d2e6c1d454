import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';

/** A time in which the alerts of a pipeline are muted; at its end, what is still broken is told. */
export interface Maintenance {
  /** First instant. */
  readonly from: Temporal.Instant;
  /** First instant after it (half open). */
  readonly until: Temporal.Instant;
  /** Where its entry starts; an entry may be of several pipelines. */
  readonly source: Location;
}
