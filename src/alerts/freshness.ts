import type { FreshnessRule } from '../catalog';
import { durationWords } from './durationWords';
import { type Signal, STAYS_ABOVE } from './signal';

/** Data lags by more than a duration; the threshold is in seconds. */
export function freshnessSignals(rule: FreshnessRule): readonly Signal[] {
  const lag = durationWords(rule.maxLag);
  return [
    {
      path: [],
      label: '',
      condition: { ...STAYS_ABOVE, critical: rule.maxLag.total('seconds') },
      happened: `The data lags by more than ${lag}.`,
      recovered: `the data lags by ${lag} or less.`,
    },
  ];
}
