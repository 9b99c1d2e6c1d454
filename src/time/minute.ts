import { Temporal } from 'temporal-polyfill';

/** One minute, for loops that go minute by minute: adding `{ minutes: 1 }` would parse it each time. */
export const MINUTE = Temporal.Duration.from({ minutes: 1 });
