import type { Temporal } from 'temporal-polyfill';
import { counted } from '../text/counted';

/**
 * A duration in words; a day is 24 hours.
 * @example
 * durationWords(Temporal.Duration.from({ hours: 16 })) // '16 hours'
 * durationWords(Temporal.Duration.from({ minutes: 90 })) // '1 hour 30 minutes'
 * durationWords(Temporal.Duration.from({ hours: 168 })) // '7 days'
 */
export function durationWords(duration: Temporal.Duration): string {
  const { days, hours, minutes, seconds } = duration.round({ largestUnit: 'days', smallestUnit: 'seconds' });
  const parts = [
    counted(days, 'day'),
    counted(hours, 'hour'),
    counted(minutes, 'minute'),
    counted(seconds, 'second'),
  ];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ') || '0 seconds';
}
