import type { DurationRule } from '../catalog';
import { durationWords } from './durationWords';
import type { Signal } from './signal';

/** A run takes longer than a duration, and may still be running; the threshold is in seconds. */
export function durationSignals(rule: DurationRule): readonly Signal[] {
  const longest = durationWords(rule.longerThan);
  return [
    {
      path: [],
      label: '',
      condition: {
        aggregation: 'max',
        window: 'last_5m',
        space: 'max',
        comparison: '>',
        critical: rule.longerThan.total('seconds'),
      },
      happened: `A run has been in progress for more than ${longest}.`,
      recovered: `no run has been in progress for more than ${longest}. It may have ended in failure: see the run ledger.`,
    },
  ];
}
