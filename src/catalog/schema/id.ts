import { wordOf } from './wordOf';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const METRIC = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const MAX_LENGTH = 60;

const ID_WAY_OUT = 'write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit';
const METRIC_WAY_OUT =
  'write lower-case letters and digits, in words joined by underscores, e.g. total_profit';

/** An id: it becomes part of Terraform addresses, tags and Datadog handles. */
export const id = wordOf(ID, 'not a valid id', ID_WAY_OUT, MAX_LENGTH);

/** The name of a metric in the run ledger. */
export const metric = wordOf(METRIC, 'not a valid name for a metric', METRIC_WAY_OUT, MAX_LENGTH);
