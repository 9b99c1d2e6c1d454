import { wordOf } from './wordOf';

/** @see https://docs.datadoghq.com/metrics/custom_metrics/#naming-custom-metrics */
const METRIC = /^[A-Za-z][A-Za-z0-9_.]*$/;
/** @see https://docs.datadoghq.com/getting_started/tagging/#define-tags */
const KEY = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const VALUE = /^[\p{L}\p{M}\p{N}_./:*-]+$/u;
const MAX_LENGTH = 200;

const VALUE_WAY_OUT =
  'write one value: letters, digits, underscores, hyphens, colons, full stops, slashes, * for any text; quote it if it looks like a number, true or false';

/** The name of a metric in Datadog. */
export const datadogMetric = wordOf(
  METRIC,
  'not a valid Datadog metric name',
  'write the name as Datadog shows it: letters, digits, underscores and full stops, e.g. airflow.dag.lag',
  MAX_LENGTH,
);

/** The key of a tag in Datadog. */
export const tagKey = wordOf(
  KEY,
  'not a valid Datadog tag key',
  'write the key alone: letters, digits, underscores, hyphens, full stops, slashes',
  MAX_LENGTH,
);

/** The value of a tag in Datadog; `*` stands for any text. */
export const tagValue = wordOf(VALUE, 'not a valid Datadog tag value', VALUE_WAY_OUT, MAX_LENGTH);
