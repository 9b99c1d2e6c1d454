/** An index on a table of reports: its name, and what follows `ON` in its statement. */
export interface LedgerIndex {
  readonly name: string;
  readonly on: string;
}

/** The indexes that the gauges need. */
export const INDEXES: readonly LedgerIndex[] = [
  {
    name: 'run_succeeded',
    on: `watchbill.run (pipeline, business_date, finished_at) INCLUDE (started_at) WHERE outcome = 'succeeded'`,
  },
  { name: 'run_failed', on: `watchbill.run (pipeline, business_date) WHERE outcome = 'failed'` },
  { name: 'run_failed_at', on: `watchbill.run (pipeline, finished_at) WHERE outcome = 'failed'` },
  {
    name: 'run_in_progress',
    on: 'watchbill.run (pipeline, started_at) INCLUDE (business_date) WHERE finished_at IS NULL',
  },
  {
    name: 'metric_value_expected',
    on: 'watchbill.metric_value (pipeline, metric, business_date) WHERE expected IS NOT NULL',
  },
];
