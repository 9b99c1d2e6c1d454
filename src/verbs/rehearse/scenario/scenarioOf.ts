import type { Temporal } from 'temporal-polyfill';
import type { AlertRule, Office } from '../../../catalog';
import { lateRun } from './deadline';
import { impossibleFigure, missingFigure, suddenChange, wrongFigure } from './metrics';
import { failedRun, slowRun, staleData } from './runs';
import type { Scenario } from './scenario';

/** What of a rule is broken: one of its metrics, or one of its bounds. */
export interface Broken {
  readonly pipeline: string;
  readonly rule: AlertRule;
  /** @default - the rule has no metrics */
  readonly metric?: string;
  /** Of a range. */
  readonly bound?: 'min' | 'max';
}

/**
 * How a rule is broken: from a moment on, or, where a deadline has to pass, from the first
 * one that is not before it.
 * @param office the pipeline's
 */
export function scenarioOf(
  { pipeline, rule, metric = '', bound = 'max' }: Broken,
  office: Office,
  from: Temporal.Instant,
): Scenario {
  const { timeZone } = office;
  const figures = { pipeline, metric, begins: from, timeZone };
  switch (rule.kind) {
    case 'deadline':
      return lateRun(pipeline, rule, office, from);
    case 'failure':
      return failedRun(pipeline, timeZone, from);
    case 'duration':
      return slowRun(pipeline, rule, timeZone, from);
    case 'freshness':
      return staleData(pipeline, rule, timeZone, from);
    case 'discrepancy':
      return wrongFigure(figures, rule);
    case 'trend':
      return suddenChange(figures, rule);
    case 'range':
      return impossibleFigure(figures, rule, bound);
    case 'missing':
      return missingFigure(figures);
  }
}
