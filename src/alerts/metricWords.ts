import { inertCut } from './inert';

/** A metric as a sentence names it. */
export function metricWords(metric: string): string {
  return inertCut(metric, NAME_LENGTH);
}

/** Longest name (of a metric, an owner) that a message spells out, in UTF-16 units. */
export const NAME_LENGTH = 80;
