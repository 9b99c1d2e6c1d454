/** The metrics that rules of a kind read, each once. */
const watched = (kind: string) => `(
  SELECT DISTINCT pipeline, metric FROM watchbill.rule JOIN watchbill.rule_metric USING (pipeline, alert)
  WHERE kind = '${kind}'
) AS watched`;

/**
 * By how many per cent the actual value differs from the expected one, of the newest
 * business date that can be judged: one with an expected value, and with an actual value
 * or a run that succeeded. Without that condition a job that says first what it expects
 * would be in discrepancy until it is done. An actual value that is missing, or that
 * differs from an expected zero, is 100.
 */
export const DISCREPANCY_VIEW = `SELECT
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

/** The value of the newest business date that has one; no series before the first. */
export const RANGE_VIEW = `SELECT
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
 * Whether the metric has a value of the newest business date whose run succeeded: 1 or 0.
 * Until the run has succeeded a missing value is late, which is another rule's matter.
 */
export const MISSING_VIEW = `SELECT
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
