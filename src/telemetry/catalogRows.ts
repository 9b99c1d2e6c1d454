import { nextWorkingDay } from './ledger/workingDays';
import { pipelineRole } from './roles';
import { literal, rowsText } from './sqlText';
import type { Telemetry, TelemetryOffice, TelemetryRule, WorkingCalendar } from './telemetry';

/**
 * The statements that bring the ledger's tables up to date with the team's data. Pipelines
 * and metrics that the data no longer names become inactive; their reports stay. Rows that
 * are already right are neither written nor locked.
 */
export function catalogSql({ timeZone, calendar, offices = [], pipelines, rules }: Telemetry): string {
  const { until } = calendar;
  const metrics = unique(rules.flatMap((rule) => rule.metrics.map((metric) => [rule.pipeline, metric])));
  return `-- The team's data: only what has changed.
UPDATE watchbill.setting SET time_zone = ${literal(timeZone)}, calendar_until = ${literal(until.toString())}
  WHERE (time_zone, calendar_until) IS DISTINCT FROM (${literal(timeZone)}, ${literal(until.toString())}::date);
INSERT INTO watchbill.setting (time_zone, calendar_until)
  SELECT ${literal(timeZone)}, ${literal(until.toString())} WHERE NOT EXISTS (SELECT FROM watchbill.setting);

WITH wanted AS (
${daysSql(calendar)}
), gone AS (
  DELETE FROM watchbill.working_day WHERE day NOT IN (SELECT day FROM wanted)
)
INSERT INTO watchbill.working_day (day) SELECT day FROM wanted EXCEPT SELECT day FROM watchbill.working_day;

WITH wanted (id, role) AS (
${rowsOf(
  ['text', 'name'],
  pipelines.map((id) => [literal(id), literal(pipelineRole(id))]),
)}
), gone AS (
  UPDATE watchbill.pipeline SET active = false WHERE active AND id NOT IN (SELECT id FROM wanted)
), changed AS (
  UPDATE watchbill.pipeline AS known SET role = wanted.role, active = true FROM wanted
  WHERE known.id = wanted.id AND (known.role, known.active) IS DISTINCT FROM (wanted.role, true)
)
INSERT INTO watchbill.pipeline (id, role, active, known_since)
  SELECT id, role, true, watchbill.now() FROM wanted WHERE id NOT IN (SELECT id FROM watchbill.pipeline);

${officesSql(offices)}

WITH wanted (pipeline, id) AS (
${rowsOf(
  ['text', 'text'],
  metrics.map((pair) => pair.map(literal)),
)}
), gone AS (
  UPDATE watchbill.metric SET active = false WHERE active AND (pipeline, id) NOT IN (SELECT pipeline, id FROM wanted)
), back AS (
  UPDATE watchbill.metric AS known SET active = true FROM wanted
  WHERE NOT known.active AND (known.pipeline, known.id) = (wanted.pipeline, wanted.id)
)
INSERT INTO watchbill.metric (pipeline, id, active)
  SELECT pipeline, id, true FROM wanted WHERE (pipeline, id) NOT IN (SELECT pipeline, id FROM watchbill.metric);

WITH wanted (pipeline, alert, kind, by_time, weeks) AS (
${rowsOf(['text', 'text', 'text', 'time', 'integer'], rules.map(ruleRow))}
), changed AS (
  UPDATE watchbill.rule AS known SET kind = wanted.kind, by_time = wanted.by_time, weeks = wanted.weeks FROM wanted
  WHERE (known.pipeline, known.alert) = (wanted.pipeline, wanted.alert)
    AND (known.kind, known.by_time, known.weeks) IS DISTINCT FROM (wanted.kind, wanted.by_time, wanted.weeks)
)
INSERT INTO watchbill.rule (pipeline, alert, kind, by_time, weeks)
  SELECT * FROM wanted WHERE (pipeline, alert) NOT IN (SELECT pipeline, alert FROM watchbill.rule);

WITH wanted (pipeline, alert, metric) AS (
${rowsOf(
  ['text', 'text', 'text'],
  rules.flatMap(({ pipeline, alert, metrics: own }) =>
    own.map((metric) => [pipeline, alert, metric].map(literal)),
  ),
)}
), gone AS (
  DELETE FROM watchbill.rule_metric WHERE (pipeline, alert, metric) NOT IN (SELECT * FROM wanted)
)
INSERT INTO watchbill.rule_metric (pipeline, alert, metric)
  SELECT * FROM wanted EXCEPT SELECT pipeline, alert, metric FROM watchbill.rule_metric;

DELETE FROM watchbill.rule WHERE (pipeline, alert) NOT IN (
${rowsOf(
  ['text', 'text'],
  rules.map(({ pipeline, alert }) => [literal(pipeline), literal(alert)]),
)}
);`;
}

/** The working days of a calendar, as a query. */
function daysSql({ from, until, workingWeek, daysOff }: WorkingCalendar): string {
  return `  SELECT day::date FROM generate_series(${literal(from.toString())}::date, ${literal(until.toString())}::date, interval '1 day') AS day
  WHERE extract(isodow FROM day) IN (${workingWeek.join(', ')})
    AND day::date <> ALL (ARRAY[${daysOff.map((day) => literal(day.toString())).join(', ')}]::date[])`;
}

/** The offices that pipelines name, their working days and their pipelines. */
function officesSql(offices: readonly TelemetryOffice[]): string {
  const days = offices.map(
    ({ id, calendar }) => `  SELECT ${literal(id)}, day FROM (\n${daysSql(calendar)}\n  ) AS of_one`,
  );
  return `WITH wanted (id, time_zone, calendar_until) AS (
${rowsOf(
  ['text', 'text', 'date'],
  offices.map(({ id, timeZone, calendar }) => [id, timeZone, calendar.until.toString()].map(literal)),
)}
), gone AS (
  DELETE FROM watchbill.office WHERE id NOT IN (SELECT id FROM wanted)
), changed AS (
  UPDATE watchbill.office AS known SET time_zone = wanted.time_zone, calendar_until = wanted.calendar_until FROM wanted
  WHERE known.id = wanted.id
    AND (known.time_zone, known.calendar_until) IS DISTINCT FROM (wanted.time_zone, wanted.calendar_until)
)
INSERT INTO watchbill.office (id, time_zone, calendar_until)
  SELECT * FROM wanted WHERE id NOT IN (SELECT id FROM watchbill.office);

WITH wanted (office, day) AS (
${days.length === 0 ? rowsOf(['text', 'date'], []) : days.join('\n  UNION ALL\n')}
), gone AS (
  DELETE FROM watchbill.office_day WHERE (office, day) NOT IN (SELECT office, day FROM wanted)
)
INSERT INTO watchbill.office_day (office, day)
  SELECT office, day FROM wanted EXCEPT SELECT office, day FROM watchbill.office_day;

WITH wanted (pipeline, office) AS (
${rowsOf(
  ['text', 'text'],
  offices.flatMap(({ id, pipelines }) => pipelines.map((pipeline) => [pipeline, id].map(literal))),
)}
), gone AS (
  DELETE FROM watchbill.pipeline_office WHERE pipeline NOT IN (SELECT pipeline FROM wanted)
), changed AS (
  UPDATE watchbill.pipeline_office AS known SET office = wanted.office FROM wanted
  WHERE known.pipeline = wanted.pipeline AND known.office <> wanted.office
)
INSERT INTO watchbill.pipeline_office (pipeline, office)
  SELECT * FROM wanted WHERE pipeline NOT IN (SELECT pipeline FROM watchbill.pipeline_office);`;
}

/**
 * Starts and advances the tracking of complete business dates, once rules and calendar are
 * in place. It skips rows that a report has locked: the deadline's gauge looks past them.
 */
export function completenessSql(): string {
  return `INSERT INTO watchbill.completeness (pipeline, complete_through)
  SELECT DISTINCT pipeline, watchbill.local_date(watchbill.now(), pipeline) - 1 FROM watchbill.rule
  WHERE kind = 'deadline' AND pipeline NOT IN (SELECT pipeline FROM watchbill.completeness);
-- Days that have since become holidays are no longer expected.
SELECT watchbill.advance(pipeline) FROM (
  SELECT known.pipeline FROM watchbill.completeness AS known
  LEFT JOIN watchbill.pipeline_office AS own ON own.pipeline = known.pipeline
  WHERE EXISTS (
    SELECT FROM watchbill.run
    WHERE run.pipeline = known.pipeline AND run.outcome = 'succeeded'
      AND run.business_date = ${nextWorkingDay('own.office', 'known.complete_through')}
  ) FOR UPDATE OF known SKIP LOCKED
) AS behind;`;
}

function ruleRow({ pipeline, alert, kind, by, weeks }: TelemetryRule): string[] {
  return [
    ...[pipeline, alert, kind].map(literal),
    by === undefined ? 'NULL' : literal(by.toString({ smallestUnit: 'minute' })),
    weeks === undefined ? 'NULL' : String(weeks),
  ];
}

/**
 * Rows as a query, which may have no rows.
 * @param types SQL types of the columns
 */
function rowsOf(types: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return `  SELECT ${types.map((type) => `NULL::${type}`).join(', ')} WHERE false`;
  const [first = [], ...others] = rows;
  const typed = first.map((value, index) => `${value}::${types[index]}`);
  return `  VALUES\n${rowsText([typed, ...others])}`;
}

function unique(pairs: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
