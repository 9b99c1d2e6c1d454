import { type LedgerFunction, SAFE } from './ledgerFunction';

/** The largest value accepted; beyond it the arithmetic of gauges could overflow. */
const LARGEST = '1e100';

/** Reporting a value again corrects it; an omitted value keeps what was reported before. */
export const METRIC_REPORTED: LedgerFunction = {
  signature: 'metric_reported(text, text, date, double precision, double precision)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.metric_reported(
  pipeline text, metric text, business_date date, actual double precision, expected double precision DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
DECLARE
  reported double precision;
BEGIN
  PERFORM watchbill.check_writer(metric_reported.pipeline);
  PERFORM watchbill.check_business_date(metric_reported.pipeline, metric_reported.business_date);
  IF NOT EXISTS (
    SELECT FROM watchbill.metric AS known
    WHERE known.pipeline = metric_reported.pipeline AND known.id = metric_reported.metric AND known.active
  ) THEN
    RAISE EXCEPTION 'WB008: unknown metric % of pipeline %',
        coalesce(quote_literal(metric_reported.metric), 'NULL'), quote_literal(metric_reported.pipeline)
      USING ERRCODE = 'WB008',
        HINT = coalesce('known: ' || (
          SELECT string_agg(id, ', ' ORDER BY id) FROM watchbill.metric AS known
          WHERE known.pipeline = metric_reported.pipeline AND known.active
        ), 'its runbook has no rule with metrics');
  END IF;
  IF metric_reported.actual IS NULL AND metric_reported.expected IS NULL THEN
    RAISE EXCEPTION 'WB009: metric % has neither an actual nor an expected value', quote_literal(metric_reported.metric)
      USING ERRCODE = 'WB009', HINT = 'pass a value; if there is none, report nothing';
  END IF;
  FOREACH reported IN ARRAY ARRAY[metric_reported.actual, metric_reported.expected] LOOP
    IF NOT (abs(reported) <= ${LARGEST}) THEN
      RAISE EXCEPTION 'WB009: metric % is %', quote_literal(metric_reported.metric), reported
        USING ERRCODE = 'WB009', HINT = 'pass a finite number of at most ${LARGEST}';
    END IF;
  END LOOP;
  INSERT INTO watchbill.metric_value AS ledger (pipeline, metric, business_date, actual, expected, reported_at)
    VALUES (metric_reported.pipeline, metric_reported.metric, metric_reported.business_date,
            metric_reported.actual, metric_reported.expected, watchbill.now())
    ON CONFLICT ON CONSTRAINT metric_value_pkey DO UPDATE
      SET actual = coalesce(excluded.actual, ledger.actual),
          expected = coalesce(excluded.expected, ledger.expected),
          reported_at = excluded.reported_at
      WHERE (coalesce(excluded.actual, ledger.actual), coalesce(excluded.expected, ledger.expected))
        IS DISTINCT FROM (ledger.actual, ledger.expected);
END
$function$;`,
};

/** The newest data counts, in whatever order reports arrive. */
export const DATA_SEEN: LedgerFunction = {
  signature: 'data_seen(text, timestamptz)',
  sql: `CREATE OR REPLACE FUNCTION watchbill.data_seen(pipeline text, newest timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER ${SAFE}
AS $function$
BEGIN
  PERFORM watchbill.check_writer(data_seen.pipeline);
  IF data_seen.newest IS NULL THEN
    RAISE EXCEPTION 'WB004: the time of the newest data is NULL'
      USING ERRCODE = 'WB004', HINT = 'pass the time of the newest data; if there is none, report nothing';
  END IF;
  PERFORM watchbill.check_moment(data_seen.newest);
  INSERT INTO watchbill.data_seen AS ledger (pipeline, newest) VALUES (data_seen.pipeline, data_seen.newest)
    ON CONFLICT ON CONSTRAINT data_seen_pkey DO UPDATE SET newest = excluded.newest WHERE excluded.newest > ledger.newest;
END
$function$;`,
};
