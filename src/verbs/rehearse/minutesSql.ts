import { GAUGES } from '../../alerts';
import type { LedgerKind } from '../../catalog';
import { GAUGE_QUERIES } from '../../telemetry/gauges/views';

/** The function that reads a gauge minute by minute; it exists only in a rehearsal's own database. */
export const minutesFunction = (kind: LedgerKind): string => `watchbill.minutes_${kind}`;

/**
 * Creates the function that reads the series of some pipelines in every minute of a stretch, and
 * leaves the clock at its last minute. It runs the query of the gauge's view once, with the moment of
 * each minute in place of the clock, because PostgreSQL takes longer to start a query than to answer
 * it. A series is one row, its points `minute value` with commas between: a row per point would take
 * longer to read than to find. The clock is written in UTC, so that it reads the same whatever the session's date style.
 */
export function minutesSql(kind: LedgerKind): string {
  const { tags } = GAUGES[kind];
  const series = tags.map((tag) => `gauge.${tag}`).join(', ');
  return `CREATE FUNCTION ${minutesFunction(kind)}(beginning timestamptz, minutes integer, pipelines text[])
RETURNS TABLE (${tags.map((tag) => `${tag} text, `).join('')}points text)
LANGUAGE plpgsql AS $function$
#variable_conflict use_column
BEGIN
  PERFORM set_config('watchbill.now', to_char(
    (beginning + (minutes - 1) * interval '1 minute') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
  ), false);
  RETURN QUERY SELECT ${series}, string_agg(clock.passed || ' ' || gauge.value, ',')
    FROM (
      SELECT passed, beginning + passed * interval '1 minute' AS moment FROM generate_series(0, minutes - 1) AS passed
      OFFSET 0
    ) AS clock
    CROSS JOIN LATERAL (${GAUGE_QUERIES[kind]('clock.moment')}) AS gauge
    WHERE gauge.pipeline = ANY (pipelines)
    GROUP BY ${series};
END
$function$;`;
}
