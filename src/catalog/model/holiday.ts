import type { Temporal } from 'temporal-polyfill';
import type { Location } from '../diagnostic';

/** One day of a public holiday, as the holiday file lists it. */
export interface Holiday {
  /** Shared by all days of one holiday, in every year. */
  readonly id: string;
  readonly name: string;
  readonly date: Temporal.PlainDate;
  /** `gazetted` is published or fixed by law; `expected` may still move and is warned of. */
  readonly status: 'gazetted' | 'expected';
  readonly source: Location;
}
