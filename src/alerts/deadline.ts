import type { DeadlineRule } from '../catalog';
import type { Signal } from './signal';

/**
 * Not complete by a local time on the next working day. Queries know no calendars, so
 * the gauge is the number of seconds by which the oldest incomplete business date is
 * overdue, and the threshold is 0.
 */
export function deadlineSignals(rule: DeadlineRule): readonly Signal[] {
  const by = rule.by.toString({ smallestUnit: 'minute' });
  return [
    {
      path: [],
      label: '',
      condition: { aggregation: 'min', window: 'last_5m', space: 'max', comparison: '>', critical: 0 },
      happened: `The run of a business date was not complete by ${by} on the next working day.`,
      recovered: 'no business date is overdue.',
    },
  ];
}
