import { TOLERANCE } from './checks';
import { type LedgerFunction, SAFE } from './ledgerFunction';

/** Bytes of a run's name: an index of PostgreSQL holds 2,700. */
const LONGEST_NAME = 1000;

/** Moves `complete_through` over the working days that have become complete. */
export const ADVANCE: LedgerFunction = {
  signature: 'advance(text)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.advance(pipeline text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  through date;
  following date;
BEGIN
  -- Two runs that finish at once: the second one waits here, and then sees the first. It is
  -- an UPDATE, because of two that only lock, one in REPEATABLE READ would not see the first.
  UPDATE watchbill.completeness AS known SET complete_through = known.complete_through
    WHERE known.pipeline = advance.pipeline RETURNING complete_through INTO through;
  LOOP
    SELECT min(day) INTO following FROM watchbill.working_day WHERE day > through;
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

/** Puts a run into the ledger that is not there yet; of one that is there, checks the date. */
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
  PERFORM watchbill.check_business_date(begin_run.business_date);
  IF coalesce(begin_run.run, '') = '' THEN
    RAISE EXCEPTION 'WB005: a run without a name'
      USING ERRCODE = 'WB005', HINT = 'write what the scheduler calls this run, another name for each run';
  END IF;
  IF octet_length(begin_run.run) > ${LONGEST_NAME} THEN
    RAISE EXCEPTION 'WB005: a run''s name of % bytes', octet_length(begin_run.run)
      USING ERRCODE = 'WB005', HINT = 'write a name of ${LONGEST_NAME} bytes at most';
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
    RAISE EXCEPTION 'WB005: run % is of %, not of %', quote_literal(begin_run.run), known, begin_run.business_date
      USING ERRCODE = 'WB005', HINT = 'write another name for each run';
  END IF;
END
$function$;`,
};

/** Told twice, a run counts once; in whatever order it is told, it has started at the earliest moment told. */
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
  -- Its end may have been told first; a start that is now is never earlier.
  UPDATE watchbill.run AS ledger SET started_at = run_started.at
    WHERE ledger.pipeline = run_started.pipeline AND ledger.run = run_started.run
      AND ledger.started_at > run_started.at;
END
$function$;`,
};

/** Told twice, it changes nothing; a success heals a failure of the same run, and never the other way round. */
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
    RAISE EXCEPTION 'WB006: outcome %', coalesce(quote_literal(run_finished.outcome), 'NULL')
      USING ERRCODE = 'WB006', HINT = 'write succeeded or failed';
  END IF;
  IF run_finished.business_date IS NOT NULL THEN
    -- The message that it started may have been lost: what is known now is enough.
    PERFORM watchbill.begin_run(run_finished.pipeline, run_finished.run, run_finished.business_date, run_finished.at);
  END IF;
  -- Of two that finish the same run the second one waits here.
  SELECT * INTO known FROM watchbill.run AS ledger
    WHERE ledger.pipeline = run_finished.pipeline AND ledger.run = run_finished.run FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'WB005: no run % of pipeline %',
        coalesce(quote_literal(run_finished.run), 'NULL'), quote_literal(run_finished.pipeline)
      USING ERRCODE = 'WB005', HINT = 'call run_started first, or tell run_finished the business date';
  END IF;
  IF known.outcome = run_finished.outcome THEN
    RETURN;
  END IF;
  IF known.outcome = 'succeeded' AND run_finished.at < known.finished_at THEN
    -- A failure before the success is told late, and healed already.
    PERFORM watchbill.run_started(run_finished.pipeline, run_finished.run, known.business_date, run_finished.at);
    RETURN;
  END IF;
  IF known.outcome = 'succeeded' THEN
    RAISE EXCEPTION 'WB007: run % has succeeded already, at %', quote_literal(run_finished.run), known.finished_at
      USING ERRCODE = 'WB007', HINT = 'a run that is tried again is another run: write another name for it';
  END IF;
  -- A run whose end was told without its start seems to have started when it ended.
  IF run_finished.at < known.started_at - ${TOLERANCE}
      AND known.started_at IS DISTINCT FROM known.finished_at THEN
    RAISE EXCEPTION 'WB004: run % started at %, after %',
        quote_literal(run_finished.run), known.started_at, run_finished.at
      USING ERRCODE = 'WB004', HINT = 'leave the time out, and it is now; or set the clock of the machine right';
  END IF;
  UPDATE watchbill.run AS ledger
    SET outcome = run_finished.outcome,
        started_at = least(ledger.started_at, run_finished.at),
        -- The clock may have been set back meanwhile.
        finished_at = coalesce(run_finished.at, greatest(watchbill.now(), ledger.started_at))
    WHERE ledger.pipeline = run_finished.pipeline AND ledger.run = run_finished.run;
  IF run_finished.outcome = 'succeeded' THEN
    PERFORM watchbill.advance(run_finished.pipeline);
  END IF;
END
$function$;`,
};
