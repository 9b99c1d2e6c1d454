import { TIME_HINT, TOLERANCE } from './checks';
import { type LedgerFunction, SAFE } from './ledgerFunction';
import { nextWorkingDay } from './workingDays';

/** Longest name of a run, in bytes: PostgreSQL indexes entries of up to 2,700. */
const LONGEST_NAME = 1000;

/** Moves `complete_through` past the working days that have become complete. */
export const ADVANCE: LedgerFunction = {
  signature: 'advance(text)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.advance(pipeline text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  through date;
  following date;
  own text := (SELECT office FROM watchbill.pipeline_office AS known WHERE known.pipeline = advance.pipeline);
BEGIN
  -- When two runs finish at once, the second waits here and then sees the first. A plain lock
  -- is not enough: in REPEATABLE READ the second transaction would not see the first.
  UPDATE watchbill.completeness AS known SET complete_through = known.complete_through
    WHERE known.pipeline = advance.pipeline RETURNING complete_through INTO through;
  LOOP
    following := ${nextWorkingDay('own', 'through')};
    EXIT WHEN following IS NULL OR NOT EXISTS (
      SELECT FROM watchbill.run
      WHERE run.pipeline = advance.pipeline AND run.business_date = following AND run.outcome = 'succeeded'
    );
    through := following;
  END LOOP;
  UPDATE watchbill.completeness AS known SET complete_through = through
    WHERE known.pipeline = advance.pipeline AND known.complete_through <> through;
END
$function$;`,
};

/** Adds a run to the ledger; if it is already there, checks that its date is the same. */
export const BEGIN_RUN: LedgerFunction = {
  signature: 'begin_run(text, text, date, timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.begin_run(
  pipeline text, run text, business_date date, at timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  known date;
BEGIN
  PERFORM watchbill.check_business_date(begin_run.pipeline, begin_run.business_date);
  IF coalesce(begin_run.run, '') = '' THEN
    RAISE EXCEPTION 'WB005: the run has no name'
      USING ERRCODE = 'WB005', HINT = 'pass the scheduler''s id of the run, unique for each run';
  END IF;
  IF octet_length(begin_run.run) > ${LONGEST_NAME} THEN
    RAISE EXCEPTION 'WB005: the name of the run has % bytes', octet_length(begin_run.run)
      USING ERRCODE = 'WB005', HINT = 'use a name of at most ${LONGEST_NAME} bytes';
  END IF;
  INSERT INTO watchbill.run (pipeline, run, business_date, started_at)
    VALUES (begin_run.pipeline, begin_run.run, begin_run.business_date, coalesce(begin_run.at, watchbill.now()))
    ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN;
  END IF;
  SELECT ledger.business_date INTO known FROM watchbill.run AS ledger
    WHERE ledger.pipeline = begin_run.pipeline AND ledger.run = begin_run.run;
  IF known <> begin_run.business_date THEN
    RAISE EXCEPTION 'WB005: run % is for %, not for %', quote_literal(begin_run.run), known, begin_run.business_date
      USING ERRCODE = 'WB005', HINT = 'use a different name for each run';
  END IF;
END
$function$;`,
};

/** A run reported twice counts once, and started at the earliest time reported, in whatever order. */
export const RUN_STARTED: LedgerFunction = {
  signature: 'run_started(text, text, date, timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.run_started(
  pipeline text, run text, business_date date, at timestamptz DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
BEGIN
  PERFORM watchbill.check_writer(run_started.pipeline);
  PERFORM watchbill.check_moment(run_started.at);
  PERFORM watchbill.begin_run(run_started.pipeline, run_started.run, run_started.business_date, run_started.at);
  -- Its end may have been reported first. Without an explicit time, the start is now, never earlier.
  UPDATE watchbill.run AS ledger SET started_at = run_started.at
    WHERE ledger.pipeline = run_started.pipeline AND ledger.run = run_started.run
      AND ledger.started_at > run_started.at;
END
$function$;`,
};

/** Reporting the same outcome again changes nothing. A success replaces a failure, never the reverse. */
export const RUN_FINISHED: LedgerFunction = {
  signature: 'run_finished(text, text, text, date, timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.run_finished(
  pipeline text, run text, outcome text, business_date date DEFAULT NULL, at timestamptz DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  known watchbill.run;
BEGIN
  PERFORM watchbill.check_writer(run_finished.pipeline);
  PERFORM watchbill.check_moment(run_finished.at);
  IF run_finished.outcome IS NULL OR run_finished.outcome NOT IN ('succeeded', 'failed') THEN
    RAISE EXCEPTION 'WB006: unknown outcome %', coalesce(quote_literal(run_finished.outcome), 'NULL')
      USING ERRCODE = 'WB006', HINT = 'pass succeeded or failed';
  END IF;
  IF run_finished.business_date IS NOT NULL THEN
    -- The report of its start may have been lost; this one has all that is needed.
    PERFORM watchbill.begin_run(run_finished.pipeline, run_finished.run, run_finished.business_date, run_finished.at);
  END IF;
  -- When a run's end is reported twice at once, the second report waits here.
  SELECT * INTO known FROM watchbill.run AS ledger
    WHERE ledger.pipeline = run_finished.pipeline AND ledger.run = run_finished.run FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'WB005: unknown run % of pipeline %',
        coalesce(quote_literal(run_finished.run), 'NULL'), quote_literal(run_finished.pipeline)
      USING ERRCODE = 'WB005', HINT = 'call run_started first, or pass the business date to run_finished';
  END IF;
  IF known.outcome = run_finished.outcome THEN
    RETURN;
  END IF;
  IF known.outcome = 'succeeded' AND run_finished.at < known.finished_at THEN
    -- A late report of a failure before the success, which the success has healed.
    PERFORM watchbill.run_started(run_finished.pipeline, run_finished.run, known.business_date, run_finished.at);
    RETURN;
  END IF;
  IF known.outcome = 'succeeded' THEN
    RAISE EXCEPTION 'WB007: run % already succeeded at %', quote_literal(run_finished.run), known.finished_at
      USING ERRCODE = 'WB007', HINT = 'a retry is a new run: give it a name of its own';
  END IF;
  -- A run whose start was not reported has the same start and end.
  IF run_finished.at < known.started_at - ${TOLERANCE}
      AND known.started_at IS DISTINCT FROM known.finished_at THEN
    RAISE EXCEPTION 'WB004: run % started at %, after %',
        quote_literal(run_finished.run), known.started_at, run_finished.at
      USING ERRCODE = 'WB004', HINT = '${TIME_HINT}';
  END IF;
  UPDATE watchbill.run AS ledger
    SET outcome = run_finished.outcome,
        started_at = least(ledger.started_at, run_finished.at),
        -- The clock may have been set back since.
        finished_at = coalesce(run_finished.at, greatest(watchbill.now(), ledger.started_at))
    WHERE ledger.pipeline = run_finished.pipeline AND ledger.run = run_finished.run;
  IF run_finished.outcome = 'succeeded' THEN
    PERFORM watchbill.advance(run_finished.pipeline);
  END IF;
END
$function$;`,
};
