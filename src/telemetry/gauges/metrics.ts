/** The distinct metrics that rules of a kind use. */
const watched = (kind: string) => `(
  SELECT DISTINCT pipeline, metric FROM watchbill.rule JOIN watchbill.rule_metric USING (pipeline, alert)
  WHERE kind = '${kind}'
) AS watched`;

/**
 * The difference between actual and expected value in per cent, for the newest business date
 * that has an expected value and either an actual value or a successful run. (Otherwise a
 * job that reports its expected value first would show a discrepancy until it finishes.) It
 * is 100 if the actual value is missing, or differs from an expected zero.
 */
export const discrepancyQuery = () => `SELECT
  watched.pipeline,
  watched.metric,
  CASE
    WHEN newest IS NULL THEN 0
    WHEN newest.actual IS NULL THEN 100
    WHEN abs(newest.expected) < 1e-100 THEN CASE WHEN newest.actual = newest.expected THEN 0 ELSE 100 END
    ELSE abs(newest.actual - newest.expected) / abs(newest.expected) * 100
  END::double precision AS value
FROM ${watched('discrepancy')}
LEFT JOIN LATERAL (
  SELECT actual, expected FROM watchbill.metric_value AS reported
  WHERE reported.pipeline = watched.pipeline AND reported.metric = watched.metric AND expected IS NOT NULL
    AND (actual IS NOT NULL OR EXISTS (
      SELECT FROM watchbill.run
      WHERE run.pipeline = watched.pipeline AND run.business_date = reported.business_date
        AND run.outcome = 'succeeded'
      OFFSET 0
    ))
  ORDER BY business_date DESC LIMIT 1
) AS newest ON true`;

/** The value for the newest business date that has one; no series before the first value. */
export const rangeQuery = () => `SELECT
  watched.pipeline,
  watched.metric,
  newest.actual AS value
FROM ${watched('range')}
CROSS JOIN LATERAL (
  SELECT actual FROM watchbill.metric_value AS reported
  WHERE reported.pipeline = watched.pipeline AND reported.metric = watched.metric AND actual IS NOT NULL
  ORDER BY business_date DESC LIMIT 1
) AS newest`;

/**
 * 1 if the metric has a value for the newest business date whose run succeeded, else 0.
 * Before the run succeeds the value is merely late, which other rules cover.
 */
export const missingQuery = () => `SELECT
  watched.pipeline,
  watched.metric,
  (latest IS NULL OR EXISTS (
    SELECT FROM watchbill.metric_value AS reported
    WHERE reported.pipeline = watched.pipeline AND reported.metric = watched.metric
      AND reported.business_date = latest.business_date AND reported.actual IS NOT NULL
    OFFSET 0
  ))::integer::double precision AS value
FROM ${watched('missing')}
LEFT JOIN LATERAL (
  SELECT business_date FROM watchbill.run
  WHERE run.pipeline = watched.pipeline AND outcome = 'succeeded'
  ORDER BY business_date DESC LIMIT 1
) AS latest ON true`;
