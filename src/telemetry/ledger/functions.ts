import { CHECK_BUSINESS_DATE, CHECK_MOMENT, CHECK_WRITER } from './checks';
import { LOCAL_DATE, NOW, PIPELINE_DATE } from './clock';
import type { LedgerFunction } from './ledgerFunction';
import { DATA_SEEN, METRIC_REPORTED } from './reports';
import { ADVANCE, BEGIN_RUN, RUN_FINISHED, RUN_STARTED } from './runs';

/** Functions that only other functions and views call, each after the ones that it depends on. */
export const INTERNAL_FUNCTIONS: readonly LedgerFunction[] = [
  NOW,
  LOCAL_DATE,
  PIPELINE_DATE,
  CHECK_WRITER,
  CHECK_BUSINESS_DATE,
  CHECK_MOMENT,
  ADVANCE,
  BEGIN_RUN,
];

/** The functions that pipelines call to report. */
export const REPORT_FUNCTIONS: readonly LedgerFunction[] = [
  RUN_STARTED,
  RUN_FINISHED,
  METRIC_REPORTED,
  DATA_SEEN,
];
