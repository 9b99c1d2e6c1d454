import { checkedString, type ValueProblem } from './valueProblem';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const METRIC = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const MAX_LENGTH = 60;

const ID_WAY_OUT = 'write lower-case letters and digits, in words joined by hyphens, e.g. aggregate-profit';
const METRIC_WAY_OUT =
  'write lower-case letters and digits, in words joined by underscores, e.g. total_profit';

/** An id: it becomes part of Terraform addresses, tags and Datadog handles. */
export const id = word(ID, 'not a valid id', ID_WAY_OUT);

/** The name of a metric in the run ledger. */
export const metric = word(METRIC, 'not a valid name for a metric', METRIC_WAY_OUT);

function word(form: RegExp, message: string, wayOut: string) {
  const check = (value: string): ValueProblem | undefined => {
    if (value.length > MAX_LENGTH) {
      return {
        code: 'TEXT003',
        message: `${value.length} characters; at most ${MAX_LENGTH} are allowed`,
        wayOut: 'shorten it',
      };
    }
    return form.test(value) ? undefined : { code: 'DATA004', message, wayOut };
  };
  return checkedString(check, wayOut, { pattern: form.source, maxLength: MAX_LENGTH });
}
