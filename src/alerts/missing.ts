import type { MissingRule } from '../catalog';
import { metricWords } from './names';
import type { Signal } from './signal';

/**
 * A key metric was not reported; one signal per metric. A missing metric has no
 * series, so the gauge is 0 or 1 for each metric that the rule expects.
 */
export function missingSignals(rule: MissingRule): readonly Signal[] {
  return rule.metrics.map((metric) => ({
    path: [metric],
    metric,
    label: metric,
    condition: { aggregation: 'max', window: 'last_15m', space: 'max', comparison: '<', critical: 1 },
    happened: `The key metric ${metricWords(metric)} has no value.`,
    recovered: `the key metric ${metricWords(metric)} has a value.`,
  }));
}
