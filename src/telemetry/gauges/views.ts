import type { LedgerKind } from '../../catalog';
import { DEADLINE_VIEW } from './deadline';
import { DISCREPANCY_VIEW, MISSING_VIEW, RANGE_VIEW } from './metrics';
import { DURATION_VIEW, FAILURE_VIEW, FRESHNESS_VIEW } from './runs';
import { TREND_VIEW } from './trend';

/** The query of each gauge's view: one row per series, with its tags and `value`. */
export const GAUGE_VIEWS: Readonly<Record<LedgerKind, string>> = {
  deadline: DEADLINE_VIEW,
  discrepancy: DISCREPANCY_VIEW,
  freshness: FRESHNESS_VIEW,
  trend: TREND_VIEW,
  failure: FAILURE_VIEW,
  duration: DURATION_VIEW,
  range: RANGE_VIEW,
  missing: MISSING_VIEW,
};

/**
 * The name of a gauge's view, without the schema.
 * @example
 * viewName('deadline') // 'gauge_deadline'
 */
export function viewName(kind: LedgerKind): string {
  return `gauge_${kind}`;
}
