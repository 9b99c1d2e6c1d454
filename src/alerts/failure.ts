import type { FailureRule } from '../catalog';
import type { Signal } from './signal';

/**
 * A run failed, and none has succeeded since. The gauge is 1 until the next
 * success, without flickering, so one point is enough.
 */
export function failureSignals(_rule: FailureRule): readonly Signal[] {
  return [
    {
      path: [],
      label: '',
      condition: { aggregation: 'max', window: 'last_5m', space: 'max', comparison: '>=', critical: 1 },
      happened: 'A run failed, and none has succeeded since.',
      recovered: 'the latest run succeeded.',
    },
  ];
}
