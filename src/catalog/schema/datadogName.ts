import { checkedString, type ValueProblem } from './valueProblem';

/** @see https://docs.datadoghq.com/metrics/custom_metrics/#naming-custom-metrics */
const METRIC = /^[A-Za-z][A-Za-z0-9_.]*$/;
/** @see https://docs.datadoghq.com/getting_started/tagging/#define-tags */
const KEY = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const VALUE = /^[\p{L}\p{M}\p{N}_./:*-]+$/u;
const MAX_LENGTH = 200;

const VALUE_WAY_OUT =
  'write one value: letters, digits, underscores, hyphens, colons, full stops, slashes, * for any text; quote it if it looks like a number, true or false';

/** The name of a metric in Datadog. */
export const datadogMetric = named(
  METRIC,
  'not a valid name of a Datadog metric',
  'write the name as Datadog shows it: letters, digits, underscores and full stops, e.g. airflow.dag.lag',
);

/** The key of a tag in Datadog. */
export const tagKey = named(
  KEY,
  'not a valid key of a Datadog tag',
  'write the key alone: letters, digits, underscores, hyphens, full stops, slashes',
);

/** The value of a tag in Datadog; `*` stands for any text. */
export const tagValue = named(VALUE, 'not a valid value of a Datadog tag', VALUE_WAY_OUT);

function named(form: RegExp, message: string, wayOut: string) {
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
