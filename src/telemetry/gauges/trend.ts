import { EARLIEST } from '../ledger/checks';

/**
 * The deviation of the newest value from the median of the same weekday in the preceding
 * weeks, in per cent; negative for a drop. Weeks without a value are ignored; if more than
 * half of them have none, there is too little history and the gauge is 0. From a median of zero,
 * any rise counts as 100 and any drop as -100.
 *
 * The weeks are an array so that PostgreSQL looks them up one by one; with a join it reads
 * the metric's whole history.
 */
export const trendQuery = () => `SELECT
  rule.pipeline,
  rule.alert,
  rule_metric.metric,
  CASE
    WHEN newest IS NULL OR history.weeks * 2 < rule.weeks THEN 0
    WHEN abs(history.median) < 1e-100 THEN 100 * sign(newest.actual - history.median)
    ELSE (newest.actual - history.median) / abs(history.median) * 100
  END::double precision AS value
FROM watchbill.rule
JOIN watchbill.rule_metric USING (pipeline, alert)
LEFT JOIN LATERAL (
  SELECT business_date, actual FROM watchbill.metric_value AS reported
  WHERE reported.pipeline = rule.pipeline AND reported.metric = rule_metric.metric AND actual IS NOT NULL
    -- Of older ledgers: weeks before the first day of the calendar would fail the whole view.
    AND business_date >= '${EARLIEST}'
  ORDER BY business_date DESC LIMIT 1
) AS newest ON true
LEFT JOIN LATERAL (
  SELECT count(*) AS weeks, percentile_cont(0.5) WITHIN GROUP (ORDER BY reported.actual) AS median
  FROM watchbill.metric_value AS reported
  WHERE reported.pipeline = rule.pipeline AND reported.metric = rule_metric.metric AND reported.actual IS NOT NULL
    AND reported.business_date = ANY (ARRAY(
      SELECT newest.business_date - 7 * ago FROM generate_series(1, rule.weeks) AS ago
    ))
) AS history ON true
WHERE rule.kind = 'trend'`;
