import type { RangeRule } from '../catalog';
import { metricWords } from './names';
import { plainNumber } from './plainNumber';
import { type Condition, type Signal, STAYS_ABOVE } from './signal';

/** A metric is below a minimum or above a maximum; one signal per metric and given bound. */
export function rangeSignals(rule: RangeRule): readonly Signal[] {
  return rule.metrics.flatMap((metric) => [
    ...(rule.min === undefined ? [] : [bound(metric, 'min', rule.min)]),
    ...(rule.max === undefined ? [] : [bound(metric, 'max', rule.max)]),
  ]);
}

/** How each bound is watched: every point of the window must be beyond it. */
const CONDITIONS = {
  min: { aggregation: 'max', window: 'last_15m', space: 'min', comparison: '<' },
  max: STAYS_ABOVE,
} as const satisfies Record<string, Omit<Condition, 'critical'>>;

const WORDS = {
  min: { beyond: 'below', name: 'minimum', back: 'at or above' },
  max: { beyond: 'above', name: 'maximum', back: 'at or below' },
} as const;

function bound(metric: string, which: 'min' | 'max', critical: number): Signal {
  const { beyond, name, back } = WORDS[which];
  const limit = `the ${name} of ${plainNumber(critical)}`;
  return {
    path: [metric, which],
    metric,
    label: `${metric} ${beyond} bound`,
    condition: { ...CONDITIONS[which], critical },
    happened: `${metricWords(metric)} is {{value}}, ${beyond} ${limit}.`,
    recovered: `${metricWords(metric)} is ${back} ${limit}.`,
  };
}
