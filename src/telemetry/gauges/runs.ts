/**
 * 1 from a run's failure until a run of the same business date or a later one succeeds,
 * else 0. So a backfill that succeeds does not hide that today's run has failed. Only
 * failures that the latest success cannot have healed are looked at.
 *
 * `OFFSET 0` in an EXISTS asks for each row on its own, by an index: as a join, PostgreSQL
 * reads the pipeline's whole history for it.
 */
export const FAILURE_VIEW = `SELECT
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
LEFT JOIN LATERAL (
  SELECT business_date, finished_at FROM watchbill.run
  WHERE run.pipeline = watched.pipeline AND outcome = 'succeeded'
  ORDER BY business_date DESC, finished_at DESC LIMIT 1
) AS latest ON true`;

/**
 * For how many seconds the longest run in progress has been running, 0 where none is. A
 * run that died without a word counts until a run that started after it, of the same
 * business date or a later one, has succeeded; most of them the latest success has healed.
 */
export const DURATION_VIEW = `SELECT
  watched.pipeline,
  greatest(0, coalesce(extract(epoch FROM (SELECT watchbill.now()) - (
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
LEFT JOIN LATERAL (
  SELECT business_date, started_at FROM watchbill.run
  WHERE run.pipeline = watched.pipeline AND outcome = 'succeeded'
  ORDER BY business_date DESC, finished_at DESC LIMIT 1
) AS latest ON true`;

/** Seconds since the newest data; of a pipeline that has never seen any, since it became known. */
export const FRESHNESS_VIEW = `SELECT
  pipeline.id AS pipeline,
  greatest(0, extract(epoch FROM
    (SELECT watchbill.now()) - coalesce(data_seen.newest, pipeline.known_since)))::double precision AS value
FROM watchbill.pipeline
LEFT JOIN watchbill.data_seen ON data_seen.pipeline = pipeline.id
WHERE EXISTS (SELECT FROM watchbill.rule WHERE rule.pipeline = pipeline.id AND rule.kind = 'freshness')`;
