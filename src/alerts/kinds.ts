import type { AlertRule } from '../catalog';
import { deadlineSignals } from './deadline';
import { discrepancySignals } from './discrepancy';
import { durationSignals } from './duration';
import { failureSignals } from './failure';
import { freshnessSignals } from './freshness';
import { metricSignals } from './metric';
import { missingSignals } from './missing';
import { rangeSignals } from './range';
import type { Signal } from './signal';
import { trendSignals } from './trend';
import { querySignals } from './writtenQuery';

/** What a rule watches: one signal per monitor, in the order of the rule's metrics. */
export function signalsOf(rule: AlertRule): readonly Signal[] {
  switch (rule.kind) {
    case 'deadline':
      return deadlineSignals(rule);
    case 'discrepancy':
      return discrepancySignals(rule);
    case 'freshness':
      return freshnessSignals(rule);
    case 'trend':
      return trendSignals(rule);
    case 'failure':
      return failureSignals(rule);
    case 'duration':
      return durationSignals(rule);
    case 'range':
      return rangeSignals(rule);
    case 'missing':
      return missingSignals(rule);
    case 'metric':
      return metricSignals(rule);
    case 'query':
      return querySignals(rule);
    default:
      return rule satisfies never;
  }
}
