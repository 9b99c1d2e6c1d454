import { pipelineRole } from './roles';
import { literal, rowsText } from './sqlText';
import type { Telemetry, TelemetryRule } from './telemetry';

/**
 * The statements that put the team's data into the ledger's tables. What the data no
 * longer names is set inactive; what it has reported stays.
 */
export function catalogSql({ timeZone, calendar, pipelines, rules }: Telemetry): string {
  const { from, until, workingWeek, daysOff } = calendar;
  const metrics = unique(rules.flatMap((rule) => rule.metrics.map((metric) => [rule.pipeline, metric])));
  return `-- The team's data, anew.
INSERT INTO watchbill.setting (time_zone, calendar_until) VALUES (${literal(timeZone)}, ${literal(until.toString())})
  ON CONFLICT (only_row) DO UPDATE SET time_zone = excluded.time_zone, calendar_until = excluded.calendar_until;

DELETE FROM watchbill.working_day;
INSERT INTO watchbill.working_day (day)
  SELECT day::date FROM generate_series(${literal(from.toString())}::date, ${literal(until.toString())}::date, interval '1 day') AS day
  WHERE extract(isodow FROM day) IN (${workingWeek.join(', ')})
    AND day::date <> ALL (ARRAY[${daysOff.map((day) => literal(day.toString())).join(', ')}]::date[]);

UPDATE watchbill.pipeline SET active = false;
${insert(
  'watchbill.pipeline (id, role, active, known_since)',
  pipelines.map((id) => [literal(id), literal(pipelineRole(id)), 'true', 'watchbill.now()']),
  'ON CONFLICT (id) DO UPDATE SET role = excluded.role, active = true',
)}
UPDATE watchbill.metric SET active = false;
DELETE FROM watchbill.rule_metric;
DELETE FROM watchbill.rule;
${insert(
  'watchbill.metric (pipeline, id, active)',
  metrics.map((pair) => [...pair.map(literal), 'true']),
  'ON CONFLICT (pipeline, id) DO UPDATE SET active = true',
)}
${insert('watchbill.rule (pipeline, alert, kind, by_time, weeks)', rules.map(ruleRow))}
${insert(
  'watchbill.rule_metric (pipeline, alert, metric)',
  rules.flatMap(({ pipeline, alert, metrics }) =>
    metrics.map((metric) => [pipeline, alert, metric].map(literal)),
  ),
)}
-- A date is asked for from the day on which the deadline became known, or came back.
DELETE FROM watchbill.completeness AS known WHERE NOT EXISTS (
  SELECT FROM watchbill.rule WHERE rule.pipeline = known.pipeline AND rule.kind = 'deadline'
);
INSERT INTO watchbill.completeness (pipeline, complete_through)
  SELECT DISTINCT pipeline, watchbill.local_date(watchbill.now()) - 1 FROM watchbill.rule WHERE kind = 'deadline'
  ON CONFLICT DO NOTHING;
-- Days that were declared holidays meanwhile are asked for no longer.
SELECT watchbill.advance(pipeline) FROM watchbill.completeness ORDER BY pipeline;`;
}

function ruleRow({ pipeline, alert, kind, by, weeks }: TelemetryRule): string[] {
  return [
    ...[pipeline, alert, kind].map(literal),
    by === undefined ? 'NULL' : `${literal(by.toString({ smallestUnit: 'minute' }))}::time`,
    weeks === undefined ? 'NULL' : String(weeks),
  ];
}

/** No statement where there are no rows. */
function insert(into: string, rows: readonly (readonly string[])[], conflict = ''): string {
  if (rows.length === 0) return '';
  return `INSERT INTO ${into} VALUES\n${rowsText(rows)}${conflict === '' ? '' : `\n  ${conflict}`};`;
}

function unique(pairs: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
