/** The pipeline's newest success, as `latest`. */
const latestSuccess = (columns: string) => `LEFT JOIN LATERAL (
  SELECT ${columns} FROM watchbill.run
  WHERE run.pipeline = watched.pipeline AND outcome = 'succeeded'
  ORDER BY business_date DESC, finished_at DESC LIMIT 1
) AS latest ON true`;

/**
 * 1 from a failure until a run for the same or a later business date succeeds, else 0. A
 * successful backfill therefore does not hide that today's run failed. Only failures that
 * the latest success cannot have healed are examined.
 *
 * `OFFSET 0` in an EXISTS looks up each row on its own, by an index; PostgreSQL would
 * otherwise plan a join that reads the pipeline's whole history.
 */
export const failureQuery = () => `SELECT
  watched.pipeline,
  (EXISTS (
    SELECT FROM watchbill.run AS failed
    WHERE failed.pipeline = watched.pipeline AND failed.outcome = 'failed'
      AND failed.business_date > coalesce(latest.business_date, '-infinity')
  ) OR EXISTS (
    SELECT FROM watchbill.run AS failed
    WHERE failed.pipeline = watched.pipeline AND failed.outcome = 'failed'
      AND failed.finished_at > latest.finished_at
      AND NOT EXISTS (
        SELECT FROM watchbill.run AS healing
        WHERE healing.pipeline = failed.pipeline AND healing.outcome = 'succeeded'
          AND healing.business_date >= failed.business_date AND healing.finished_at >= failed.finished_at
        OFFSET 0
      )
  ))::integer::double precision AS value
FROM (SELECT DISTINCT pipeline FROM watchbill.rule WHERE kind = 'failure') AS watched
${latestSuccess('business_date, finished_at')}`;

/**
 * Elapsed seconds of the longest run in progress, 0 if there is none. A run that died
 * without reporting counts until a run that started later, for the same or a later business
 * date, succeeds. The latest success rules most of them out without a search.
 */
export const durationQuery = (now: string) => `SELECT
  watched.pipeline,
  greatest(0, coalesce(extract(epoch FROM (SELECT ${now}) - (
    SELECT min(running.started_at) FROM watchbill.run AS running
    WHERE running.pipeline = watched.pipeline AND running.finished_at IS NULL
      AND (latest IS NULL OR running.business_date > latest.business_date OR running.started_at > latest.started_at)
      AND NOT EXISTS (
        SELECT FROM watchbill.run AS healing
        WHERE healing.pipeline = running.pipeline AND healing.outcome = 'succeeded'
          AND healing.business_date >= running.business_date AND healing.started_at >= running.started_at
        OFFSET 0
      )
  )), 0))::double precision AS value
FROM (SELECT DISTINCT pipeline FROM watchbill.rule WHERE kind = 'duration') AS watched
${latestSuccess('business_date, started_at')}`;

/** Seconds since the newest data or, before the first data, since the pipeline became known. */
export const freshnessQuery = (now: string) => `SELECT
  pipeline.id AS pipeline,
  greatest(0, extract(epoch FROM
    (SELECT ${now}) - coalesce(data_seen.newest, pipeline.known_since)))::double precision AS value
FROM watchbill.pipeline
LEFT JOIN watchbill.data_seen ON data_seen.pipeline = pipeline.id
WHERE EXISTS (SELECT FROM watchbill.rule WHERE rule.pipeline = pipeline.id AND rule.kind = 'freshness')`;
