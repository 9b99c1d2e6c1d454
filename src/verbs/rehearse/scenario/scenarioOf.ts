import type { Temporal } from 'temporal-polyfill';
import type { LedgerRule, Office } from '../../../catalog';
import { lateRun } from './deadline';
import { impossibleFigure, missingFigure, suddenChange, wrongFigure } from './metrics';
import { failedRun, slowRun, staleData } from './runs';
import type { Scenario } from './scenario';

/** The part of a rule to break: one of its metrics, or one of its bounds. */
export interface Broken {
  readonly pipeline: string;
  readonly rule: LedgerRule;
  /** @default - the rule has no metrics */
  readonly metric?: string;
  /** Range rules only. */
  readonly bound?: 'min' | 'max';
}

/**
 * The scenario that breaks a rule at a moment or, for a deadline, at the first deadline from
 * that moment on.
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
