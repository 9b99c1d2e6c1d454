/** Whether a run of the pipeline succeeded; `OFFSET 0` asks for each day on its own, by an index. */
const succeededOn = (day: string) => `EXISTS (
    SELECT FROM watchbill.run
    WHERE run.pipeline = completeness.pipeline AND run.business_date = ${day} AND run.outcome = 'succeeded'
    OFFSET 0
  )`;

/**
 * By how many seconds the oldest incomplete business date is overdue: the local time of
 * the rule on the working day after it. Business dates are working days; a run of another
 * day is welcome, and not asked for. A backfill of an old date completes that date alone.
 *
 * `complete_through` says from where to look: whoever moves it may be in a transaction that
 * others do not see yet, or the calendar may have changed meanwhile. What is of today or
 * later is not overdue, and not looked at.
 *
 * A local time that occurs twice, where clocks go back, is due the first time; one that is
 * skipped, where they go forward, at the moment of the change. PostgreSQL takes the second
 * one, and a moment as much later as was skipped.
 *
 * Where the working day after it is not known, because no holiday file covers it, the
 * gauge is 0 until the last day that is known, and silent from then on: whether people
 * work then is not guessed, and silence is told.
 */
export const DEADLINE_VIEW = `SELECT
  rule.pipeline,
  rule.alert,
  greatest(0, extract(epoch FROM watch.moment - CASE
    WHEN shown.local <> due.local THEN (
      SELECT min(minute) FROM generate_series(usual.moment - (shown.local - due.local), usual.moment, interval '1 minute') AS minute
      WHERE minute AT TIME ZONE watch.time_zone >= due.local
    )
    WHEN first.moment AT TIME ZONE watch.time_zone = due.local THEN least(first.moment, usual.moment)
    ELSE usual.moment
  END))::double precision AS value
FROM watchbill.rule
JOIN watchbill.completeness USING (pipeline)
CROSS JOIN (
  SELECT moment, watchbill.local_date(moment) AS today, time_zone, calendar_until
  FROM watchbill.setting, watchbill.now() AS moment OFFSET 0
) AS watch
CROSS JOIN LATERAL (
  SELECT min(day) AS day FROM watchbill.working_day WHERE day > completeness.complete_through
) AS following
CROSS JOIN LATERAL (
  SELECT CASE WHEN following.day < watch.today AND ${succeededOn('following.day')} THEN (
    SELECT min(day) FROM watchbill.working_day WHERE day > following.day AND NOT ${succeededOn('working_day.day')}
  ) ELSE following.day END AS day
) AS oldest
CROSS JOIN LATERAL (
  SELECT min(day) + rule.by_time AS local FROM watchbill.working_day WHERE day > oldest.day
) AS due
CROSS JOIN LATERAL (SELECT due.local AT TIME ZONE watch.time_zone AS moment) AS usual
CROSS JOIN LATERAL (SELECT usual.moment AT TIME ZONE watch.time_zone AS local) AS shown
-- The same by the clock of a day before: after a change it says another moment.
CROSS JOIN LATERAL (SELECT usual.moment - interval '24 hours' AS moment) AS before
CROSS JOIN LATERAL (
  SELECT (due.local - (before.moment AT TIME ZONE watch.time_zone - before.moment AT TIME ZONE 'UTC')) AT TIME ZONE 'UTC' AS moment
) AS first
WHERE rule.kind = 'deadline'
  AND (due.local IS NOT NULL OR watch.today <= watch.calendar_until)`;
