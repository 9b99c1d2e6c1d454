import { GAUGES } from '../../alerts';
import type { LedgerKind } from '../../catalog';
import { viewName } from '../../telemetry/gauges/views';

/** The function that reads a gauge minute by minute; it exists only in a rehearsal's own database. */
export const minutesFunction = (kind: LedgerKind): string => `watchbill.minutes_${kind}`;

/**
 * Creates the function that reads the series of some pipelines in every minute of a stretch.
 * The loop runs in the database so that the view is planned once instead of once a minute, and
 * the stretch is one answer. The clock is written in UTC, so that it reads the same whatever
 * the session's date style.
 */
export function minutesSql(kind: LedgerKind): string {
  const { tags } = GAUGES[kind];
  return `CREATE FUNCTION ${minutesFunction(kind)}(beginning timestamptz, minutes integer, pipelines text[])
RETURNS TABLE (minute integer, ${tags.map((tag) => `${tag} text, `).join('')}value double precision)
LANGUAGE plpgsql AS $function$
BEGIN
  FOR passed IN 0 .. minutes - 1 LOOP
    PERFORM set_config('watchbill.now', to_char(
      (beginning + passed * interval '1 minute') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
    ), false);
    RETURN QUERY SELECT passed, ${tags.map((tag) => `gauge.${tag}, `).join('')}gauge.value
      FROM watchbill.${viewName(kind)} AS gauge WHERE gauge.pipeline = ANY (pipelines);
  END LOOP;
END
$function$;`;
}
