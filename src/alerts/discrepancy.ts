import type { DiscrepancyRule } from '../catalog';
import { metricWords } from './names';
import { plainNumber } from './plainNumber';
import { type Signal, STAYS_ABOVE } from './signal';

/** The expected and actual values of a metric differ by more than a tolerance; one signal per metric. */
export function discrepancySignals(rule: DiscrepancyRule): readonly Signal[] {
  const tolerance = `${plainNumber(rule.tolerancePercent)} %`;
  return rule.metrics.map((metric) => ({
    path: [metric],
    metric,
    label: metric,
    condition: { ...STAYS_ABOVE, critical: rule.tolerancePercent },
    happened: `The actual ${metricWords(metric)} differs from the expected one by {{value}} %, more than the tolerated ${tolerance}.`,
    recovered: `the actual ${metricWords(metric)} agrees with the expected one within ${tolerance}.`,
  }));
}
