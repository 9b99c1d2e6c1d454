import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Person } from './owner';

/** A time in which a person is away. The reason is nobody's business and is never stored. */
export interface Leave {
  /** Who is away. */
  readonly person: Person;
  /** First instant of absence. */
  readonly from: Temporal.Instant;
  /** First instant of being back (half open). */
  readonly until: Temporal.Instant;
  /** True if taken at short notice. */
  readonly emergency: boolean;
  /**
   * Who covers, as the two agreed: while not on leave themselves, but also on
   * holidays that they observe.
   * @default - the next person by the rules
   */
  readonly cover?: Person;
  /**
   * Id of the only rotation that they hand over.
   * @default - away from everything that they do
   */
  readonly rotation?: string;
  /** Where its entry starts. */
  readonly source: Location;
}
