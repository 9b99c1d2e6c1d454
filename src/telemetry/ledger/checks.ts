import { type LedgerFunction, SAFE } from './ledgerFunction';

/** How far a pipeline's clock may differ from the database's. */
export const TOLERANCE = "interval '5 minutes'";

/**
 * The earliest date accepted. Anything older is a mistake (an empty cell, a zero timestamp),
 * and the arithmetic of a gauge could run off the beginning of PostgreSQL's calendar.
 */
export const EARLIEST = '1900-01-01';

/** What to do about a time that cannot be right. */
export const TIME_HINT = "omit the time to mean now, or correct the machine''s clock";

/** Every report begins with this check: the pipeline is known, and the caller may report for it. */
export const CHECK_WRITER: LedgerFunction = {
  signature: 'check_writer(text)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.check_writer(pipeline text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  needed name;
  -- In a SECURITY DEFINER function current_user is the definer.
  caller name := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role') END;
BEGIN
  SELECT role INTO needed FROM watchbill.pipeline AS known WHERE known.id = check_writer.pipeline AND known.active;
  IF needed IS NULL THEN
    RAISE EXCEPTION 'WB001: unknown pipeline %', coalesce(quote_literal(check_writer.pipeline), 'NULL')
      USING ERRCODE = 'WB001',
        HINT = 'use an id from pipelines.yaml; if it is new, run the SQL of "watchbill telemetry sql" again';
  END IF;
  IF NOT pg_has_role(caller, needed, 'MEMBER') THEN
    RAISE EXCEPTION 'WB002: % may not report for pipeline %', quote_ident(caller), quote_literal(check_writer.pipeline)
      USING ERRCODE = 'WB002', HINT = format('GRANT %I TO %I', needed, caller);
  END IF;
END
$function$;`,
};

/** A business date is neither in the future, by the pipeline's office, nor before {@link EARLIEST}. */
export const CHECK_BUSINESS_DATE: LedgerFunction = {
  signature: 'check_business_date(text, date)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.check_business_date(pipeline text, business_date date) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  today date := watchbill.local_date(watchbill.now(), check_business_date.pipeline);
BEGIN
  IF business_date IS NULL OR NOT isfinite(business_date) THEN
    RAISE EXCEPTION 'WB003: not a valid business date: %', coalesce(business_date::text, 'NULL')
      USING ERRCODE = 'WB003', HINT = 'use the date that the data is for, e.g. 2026-11-23';
  END IF;
  IF business_date < '${EARLIEST}' THEN
    RAISE EXCEPTION 'WB003: business date % is before ${EARLIEST}', business_date
      USING ERRCODE = 'WB003', HINT = 'use the date that the data is for, e.g. 2026-11-23';
  END IF;
  IF business_date > today THEN
    RAISE EXCEPTION 'WB003: business date % is after today, %', business_date, today
      USING ERRCODE = 'WB003', HINT = 'use the date that the data is for, not the date of the next run';
  END IF;
END
$function$;`,
};

/** Reports are about the past; an omitted time means now. */
export const CHECK_MOMENT: LedgerFunction = {
  signature: 'check_moment(timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.check_moment(moment timestamptz) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER ${SAFE}
AS $function$
BEGIN
  IF NOT isfinite(moment) THEN
    RAISE EXCEPTION 'WB004: not a valid time: %', moment
      USING ERRCODE = 'WB004', HINT = '${TIME_HINT}';
  END IF;
  IF moment > watchbill.now() + ${TOLERANCE} THEN
    RAISE EXCEPTION 'WB004: % is in the future: it is now %', moment, watchbill.now()
      USING ERRCODE = 'WB004', HINT = '${TIME_HINT}';
  END IF;
  IF moment < '${EARLIEST} 00:00+00' THEN
    RAISE EXCEPTION 'WB004: % is before ${EARLIEST}', moment
      USING ERRCODE = 'WB004', HINT = '${TIME_HINT}';
  END IF;
END
$function$;`,
};
