import { type LedgerFunction, SAFE } from './ledgerFunction';

/** By how much the clocks of a pipeline and of the database may differ. */
export const TOLERANCE = "interval '5 minutes'";

/**
 * No pipeline has data of a time before it. A date as old as the calendar itself is a slip
 * (an empty cell, a zero timestamp), and the arithmetic of a gauge would leave the calendar.
 */
export const EARLIEST = '1900-01-01';

/** What every report begins with: the pipeline is known, and whoever calls may write for it. */
export const CHECK_WRITER: LedgerFunction = {
  signature: 'check_writer(text)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.check_writer(pipeline text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  needed name;
  -- Inside of a definer's function current_user is the definer.
  caller name := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role') END;
BEGIN
  SELECT role INTO needed FROM watchbill.pipeline AS known WHERE known.id = check_writer.pipeline AND known.active;
  IF needed IS NULL THEN
    RAISE EXCEPTION 'WB001: no pipeline %', coalesce(quote_literal(check_writer.pipeline), 'NULL')
      USING ERRCODE = 'WB001',
        HINT = 'write an id of pipelines.yaml; after a new one, run the SQL of "watchbill telemetry sql" again';
  END IF;
  IF NOT pg_has_role(caller, needed, 'MEMBER') THEN
    RAISE EXCEPTION 'WB002: % may not report for pipeline %', quote_ident(caller), quote_literal(check_writer.pipeline)
      USING ERRCODE = 'WB002', HINT = format('GRANT %I TO %I', needed, caller);
  END IF;
END
$function$;`,
};

/** A business date is a date that has begun, and not before {@link EARLIEST}. */
export const CHECK_BUSINESS_DATE: LedgerFunction = {
  signature: 'check_business_date(date)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.check_business_date(business_date date) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  today date := watchbill.local_date(watchbill.now());
BEGIN
  IF business_date IS NULL OR NOT isfinite(business_date) THEN
    RAISE EXCEPTION 'WB003: no business date: %', coalesce(business_date::text, 'NULL')
      USING ERRCODE = 'WB003', HINT = 'write the date of which the data is, e.g. 2026-11-23';
  END IF;
  IF business_date < '${EARLIEST}' THEN
    RAISE EXCEPTION 'WB003: business date % is before ${EARLIEST}', business_date
      USING ERRCODE = 'WB003', HINT = 'write the date of which the data is, e.g. 2026-11-23';
  END IF;
  IF business_date > today THEN
    RAISE EXCEPTION 'WB003: business date % is after today, %', business_date, today
      USING ERRCODE = 'WB003', HINT = 'write the date of which the data is, not the date of the next run';
  END IF;
END
$function$;`,
};

/** What is reported has been; a time that is left out is now. */
export const CHECK_MOMENT: LedgerFunction = {
  signature: 'check_moment(timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.check_moment(moment timestamptz) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER ${SAFE}
AS $function$
BEGIN
  IF NOT isfinite(moment) OR moment > watchbill.now() + ${TOLERANCE} THEN
    RAISE EXCEPTION 'WB004: % has not been yet: it is %', moment, watchbill.now()
      USING ERRCODE = 'WB004', HINT = 'leave the time out, and it is now; or set the clock of the machine right';
  END IF;
  IF moment < '${EARLIEST} 00:00+00' THEN
    RAISE EXCEPTION 'WB004: % is before ${EARLIEST}', moment
      USING ERRCODE = 'WB004', HINT = 'leave the time out, and it is now; or set the clock of the machine right';
  END IF;
END
$function$;`,
};
