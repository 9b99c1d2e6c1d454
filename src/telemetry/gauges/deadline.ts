/**
 * By how many seconds the oldest incomplete business date is overdue: the local time of
 * the rule on the working day after it. Business dates are working days; a run of another
 * day is welcome, and not asked for. A backfill of an old date completes that date alone.
 *
 * Where the working day after it is not known, because no holiday file covers it, the
 * gauge is 0 until the last day that is known, and silent from then on: whether people
 * work then is not guessed, and silence is told.
 */
export const DEADLINE_VIEW = `SELECT
  rule.pipeline,
  rule.alert,
  greatest(0, extract(epoch FROM
    watch.moment - ((due.day + rule.by_time) AT TIME ZONE watch.time_zone)))::double precision AS value
FROM watchbill.rule
JOIN watchbill.completeness USING (pipeline)
CROSS JOIN (SELECT watchbill.now() AS moment, time_zone, calendar_until FROM watchbill.setting OFFSET 0) AS watch
CROSS JOIN LATERAL (
  SELECT min(day) AS day FROM watchbill.working_day WHERE day > completeness.complete_through
) AS oldest
CROSS JOIN LATERAL (SELECT min(day) AS day FROM watchbill.working_day WHERE day > oldest.day) AS due
WHERE rule.kind = 'deadline'
  AND (due.day IS NOT NULL OR watchbill.local_date(watch.moment) <= watch.calendar_until)`;
