import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';

/** One day of a public holiday, as listed in a holiday file. */
export interface Holiday {
  /** Shared by all days of one holiday, in every year. */
  readonly id: string;
  /** Display name. */
  readonly name: string;
  /** A whole local day of each office that goes by its calendar. */
  readonly date: Temporal.PlainDate;
  /** `gazetted` is published or fixed by law; `expected` may still move, which is a warning (HOLI004). */
  readonly status: 'gazetted' | 'expected';
  /** Where its entry starts. */
  readonly source: Location;
}
