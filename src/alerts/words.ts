import type { Temporal } from 'temporal-polyfill';
import { inertCut } from './inert';

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

/**
 * A number of things in words.
 * @example
 * counted(1, 'week') // '1 week'
 * counted(8, 'week') // '8 weeks'
 */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** A metric as a sentence names it. */
export function metricWords(metric: string): string {
  return inertCut(metric, NAME_LENGTH);
}

/** Longest name (of a metric, an owner) that a message spells out, in UTF-16 units. */
export const NAME_LENGTH = 80;
