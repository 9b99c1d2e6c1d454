import { Temporal } from 'temporal-polyfill';
import { counted } from '../../../text/counted';

/**
 * A duration in words, in the largest unit that divides it; a day has 24 hours.
 * @example
 * lengthText(Temporal.Duration.from({ seconds: 14_400 })) // '4 hours'
 */
export function lengthText(duration: Temporal.Duration): string {
  const seconds = secondsOf(duration);
  for (const [unit, length] of UNITS) {
    if (seconds % length === 0) return counted(seconds / length, unit);
  }
  return counted(seconds, 'second');
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A duration in seconds; a day has 24 hours, a week 7 days. */
export function secondsOf(duration: Temporal.Duration): number {
  return duration.total({ unit: 'second', relativeTo: Temporal.PlainDate.from('2000-01-01') });
}
