import type { LedgerKind } from '../../catalog';
import { deadlineQuery } from './deadline';
import { discrepancyQuery, missingQuery, rangeQuery } from './metrics';
import { durationQuery, failureQuery, freshnessQuery } from './runs';
import { trendQuery } from './trend';

/**
 * The query of each gauge: one row per series, with its tags and `value`.
 * @param now SQL expression of the moment at which it is read; most gauges change with the reports alone
 */
export const GAUGE_QUERIES: Readonly<Record<LedgerKind, (now: string) => string>> = {
  deadline: deadlineQuery,
  discrepancy: discrepancyQuery,
  freshness: freshnessQuery,
  trend: trendQuery,
  failure: failureQuery,
  duration: durationQuery,
  range: rangeQuery,
  missing: missingQuery,
};

/** The query of a gauge's view, which the Agent reads. */
export function viewQuery(kind: LedgerKind): string {
  return GAUGE_QUERIES[kind]('watchbill.now()');
}

/**
 * The name of a gauge's view, without the schema.
 * @example
 * viewName('deadline') // 'gauge_deadline'
 */
export function viewName(kind: LedgerKind): string {
  return `gauge_${kind}`;
}
