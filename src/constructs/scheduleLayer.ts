import type { Temporal } from 'temporal-polyfill';
import type { LayerRestriction } from './hoursRestrictions';

/** One layer of a PagerDuty schedule. */
export interface ScheduleLayer<User> {
  /** Name in PagerDuty. */
  readonly name: string;
  /** First instant at which it can page anybody. */
  readonly start: Temporal.Instant;
  /** First instant at which it no longer can. @default - the layer never ends */
  readonly end?: Temporal.Instant;
  /** Turns are counted from here; nothing else sets phase and hand-off. */
  readonly rotationVirtualStart: Temporal.Instant;
  /** Length of a turn. */
  readonly turnLengthSeconds: number;
  /** Who takes turns, in order. */
  readonly users: readonly User[];
  /**
   * When the layer is on call, local. Restrictions hide turns without moving them.
   * @default - always
   */
  readonly restrictions?: readonly LayerRestriction[];
}
