import { nextWorkingDay } from '../ledger/workingDays';

/** Whether a run for a day succeeded; `OFFSET 0` looks up each day on its own, by an index. */
const succeededOn = (day: string) => `EXISTS (
    SELECT FROM watchbill.run
    WHERE run.pipeline = completeness.pipeline AND run.business_date = ${day} AND run.outcome = 'succeeded'
    OFFSET 0
  )`;

/**
 * How many seconds the oldest incomplete business date is overdue. It is due at the rule's
 * local time on the next working day, both of the pipeline's office. Business dates are working
 * days; runs for other days are accepted but not expected. A backfill of an old date completes
 * that date alone.
 *
 * `complete_through` is only where the search starts: the transaction that moves it may not
 * be visible yet, and the calendar may have changed since. Today and later cannot be
 * overdue, so the search stops there.
 *
 * A local time that occurs twice, when clocks go back, is due the first time. One that is
 * skipped, when they go forward, is due at the moment of the change. (PostgreSQL by itself
 * takes the second occurrence, and shifts a skipped time by the length of the gap.)
 *
 * `OFFSET 0` keeps PostgreSQL from inlining each subquery wherever it is referenced, which would
 * make a plan of thousands of nodes.
 *
 * If the next working day is unknown because no holiday file covers it, the gauge is 0 until
 * the last day that is known and has no value after that: Watchbill does not guess, and the
 * monitor reports missing data.
 *
 * `LIMIT 1` says that the settings are one row. PostgreSQL never analyzes so small a table,
 * expects a thousand rows, and would compile the query (JIT), which takes most of a second.
 */
export const deadlineQuery = (now: string) => `SELECT
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
LEFT JOIN watchbill.pipeline_office USING (pipeline)
LEFT JOIN watchbill.office ON office.id = pipeline_office.office
CROSS JOIN LATERAL (SELECT ${now} AS moment, time_zone, calendar_until FROM watchbill.setting LIMIT 1) AS clock
CROSS JOIN LATERAL (
  SELECT
    clock.moment,
    coalesce(office.time_zone, clock.time_zone) AS time_zone,
    (clock.moment AT TIME ZONE coalesce(office.time_zone, clock.time_zone))::date AS today,
    coalesce(office.calendar_until, clock.calendar_until) AS calendar_until
  OFFSET 0
) AS watch
CROSS JOIN LATERAL (
  SELECT ${nextWorkingDay('office.id', 'completeness.complete_through')} AS day OFFSET 0
) AS following
CROSS JOIN LATERAL (
  SELECT CASE WHEN following.day < watch.today AND ${succeededOn('following.day')} THEN ${nextWorkingDay(
    'office.id',
    'following.day',
    (day) => ` AND NOT ${succeededOn(day)}`,
  )} ELSE following.day END AS day OFFSET 0
) AS oldest
CROSS JOIN LATERAL (
  SELECT ${nextWorkingDay('office.id', 'oldest.day')} + rule.by_time AS local OFFSET 0
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
