import type { TrendRule } from '../catalog';
import { counted } from '../text/counted';
import { metricWords } from './names';
import { plainNumber } from './plainNumber';
import { type Signal, STAYS_ABOVE } from './signal';

/**
 * A metric deviates from its history, downwards or upwards; one signal per metric. The
 * gauge is the signed deviation in percent, computed where the history is: unlike
 * Datadog's anomaly functions, it can be explained and tested.
 */
export function trendSignals(rule: TrendRule): readonly Signal[] {
  const limit = `${plainNumber(rule.deviationPercent)} %`;
  const usual = `the same weekday's median of the past ${counted(rule.weeks, 'week')}`;
  return rule.metrics.map((metric) => ({
    path: [metric],
    metric,
    label: metric,
    condition: { ...STAYS_ABOVE, absolute: true, critical: rule.deviationPercent },
    happened: `Sudden drop or rise: ${metricWords(metric)} is {{value}} % away from ${usual}, more than ${limit}.`,
    recovered: `${metricWords(metric)} is within ${limit} of ${usual}.`,
  }));
}
