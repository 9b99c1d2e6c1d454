import type { Temporal } from 'temporal-polyfill';

/**
 * An evaluation window as Datadog's queries write it: whole hours where possible, else minutes.
 * @example
 * windowText(Temporal.Duration.from({ minutes: 90 })) // 'last_90m'
 * windowText(Temporal.Duration.from({ hours: 1 })) // 'last_1h'
 */
export function windowText(over: Temporal.Duration): `last_${string}` {
  const minutes = over.total('minutes');
  return minutes % 60 === 0 ? `last_${minutes / 60}h` : `last_${minutes}m`;
}
