import type { Temporal } from 'temporal-polyfill';
import type { People } from '../../drift/differences';
import type { StackPlan } from './stackPlan';

/** What is needed to put a plan into words. */
export interface PlanView {
  readonly people: People;
  /** IANA zone in which times are shown. */
  readonly timeZone: string;
  /** The instant that is planned from: earlier times do not matter. */
  readonly now: Temporal.Instant;
  /** Until when covers are planned. */
  readonly horizon: Temporal.Instant;
  /** What the vendors' ids mean. */
  readonly known: StackPlan['known'];
}
