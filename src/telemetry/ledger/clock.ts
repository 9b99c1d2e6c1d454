import { type LedgerFunction, SAFE } from './ledgerFunction';

/** The current time, which a rehearsal overrides in its own database with `SET watchbill.now`. */
export const NOW: LedgerFunction = {
  signature: 'now()',
  sql: `CREATE OR REPLACE FUNCTION watchbill.now() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER ${SAFE}
AS $function$
  SELECT CASE
    WHEN (SELECT rehearsal FROM watchbill.setting)
      THEN coalesce(nullif(current_setting('watchbill.now', true), '')::timestamptz, clock_timestamp())
    ELSE clock_timestamp()
  END
$function$;`,
};

/** The local date of a moment in a pipeline's office. */
export const PIPELINE_DATE: LedgerFunction = {
  signature: 'local_date(timestamptz, text)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.local_date(moment timestamptz, pipeline text) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER ${SAFE}
AS $function$
  SELECT (moment AT TIME ZONE coalesce(
    (SELECT office.time_zone FROM watchbill.pipeline_office AS own
      JOIN watchbill.office ON office.id = own.office WHERE own.pipeline = local_date.pipeline),
    (SELECT time_zone FROM watchbill.setting)
  ))::date
$function$;`,
};

/** The local date of a moment, in the organization's zone. */
export const LOCAL_DATE: LedgerFunction = {
  signature: 'local_date(timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.local_date(moment timestamptz) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER ${SAFE}
AS $function$
  SELECT (moment AT TIME ZONE (SELECT time_zone FROM watchbill.setting))::date
$function$;`,
};
