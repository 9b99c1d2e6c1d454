import type { Temporal } from 'temporal-polyfill';
import type { Report } from '../rehearsalLedger';

type Date = Temporal.PlainDate;

/** `run_started`, at the ledger's current time. */
export function runStarted(pipeline: string, run: string, businessDate: Date): Report {
  const values = [pipeline, run, businessDate.toString()];
  return { sql: 'SELECT watchbill.run_started($1, $2, $3)', values };
}

/** `run_finished`, at the ledger's current time. */
export function runFinished(
  pipeline: string,
  run: string,
  outcome: 'succeeded' | 'failed',
  businessDate: Date,
): Report {
  const values = [pipeline, run, outcome, businessDate.toString()];
  return { sql: 'SELECT watchbill.run_finished($1, $2, $3, $4)', values };
}

/** `metric_reported`. */
export function metricReported(
  pipeline: string,
  metric: string,
  businessDate: Date,
  actual: number,
  expected?: number,
): Report {
  const values = [pipeline, metric, businessDate.toString(), actual, expected ?? null];
  return { sql: 'SELECT watchbill.metric_reported($1, $2, $3, $4, $5)', values };
}

/** `data_seen`. */
export function dataSeen(pipeline: string, newest: Temporal.Instant): Report {
  return { sql: 'SELECT watchbill.data_seen($1, $2)', values: [pipeline, newest.toString()] };
}
