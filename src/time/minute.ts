import { Temporal } from 'temporal-polyfill';

/** The step of whatever goes minute by minute. A duration, because adding `{ minutes: 1 }` reads it anew each time. */
export const MINUTE = Temporal.Duration.from({ minutes: 1 });
