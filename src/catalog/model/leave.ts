import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';
import type { Person } from './owner';

/** A time in which a person is away. Why is nobody's business and is never stored. */
export interface Leave {
  readonly person: Person;
  /** First instant of absence. */
  readonly from: Temporal.Instant;
  /** First instant of presence again (half open). */
  readonly until: Temporal.Instant;
  /** Taken at short notice. */
  readonly emergency: boolean;
  /**
   * Who stands in, as the two agreed, for as long as they are not on leave themselves;
   * also on a holiday that they observe.
   * @default - whom the rules name
   */
  readonly cover?: Person;
  readonly source: Location;
}
