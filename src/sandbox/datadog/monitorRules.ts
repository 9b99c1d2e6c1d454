import {
  type Comparison,
  functionsOf,
  METRIC_TYPES,
  metricQuery,
  OTHER_TYPES,
  QueryError,
  queryEnd,
} from '../../query';
import { MonitorOptions, OPTION_NAMES, SEARCH_OPTION_NAMES } from './monitorBody';
import { badRequest } from './refusal';

/** What the rules for thresholds and missing data need to know of a query. */
interface CheckedQuery {
  readonly comparison: Comparison;
  readonly threshold: number;
  readonly functions: readonly string[];
}

/**
 * Checks what Datadog checks when a monitor is created, changed or validated: the whole query of a
 * metric monitor, and how the query of any other type begins and ends.
 * @throws Refusal 400 in Datadog's words, as far as they are known
 */
export function checkMonitor(type: string, query: string, options: Record<string, unknown>): void {
  const checkedQuery = queryOf(type, query);
  const checkedOptions = optionsOf(type, options);
  checkThresholds(checkedQuery, checkedOptions.thresholds ?? {});
  checkMissingData(type, checkedQuery, checkedOptions);
}

function queryOf(type: string, query: string): CheckedQuery {
  const other = OTHER_TYPES[type];
  if (other !== undefined) return otherQuery(type, query, other.begins);
  if (!METRIC_TYPES.some((each) => each === type)) {
    throw badRequest(
      `The sandbox knows only monitors of the types ${[...METRIC_TYPES, ...Object.keys(OTHER_TYPES)].map((each) => `'${each}'`).join(', ')}, not '${type}'`,
    );
  }
  try {
    const { comparison, threshold, expression } = metricQuery(query);
    return { comparison, threshold, functions: functionsOf(expression) };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw invalidQuery(error.message);
  }
}

function otherQuery(type: string, query: string, begins: RegExp): CheckedQuery {
  const end = queryEnd(query);
  if (!begins.test(query)) throw invalidQuery(`not a query of type '${type}'`);
  if (end === undefined) throw invalidQuery('invalid operator specified');
  return { comparison: end.comparison as Comparison, threshold: Number(end.number), functions: [] };
}

function invalidQuery(reason: string): Error {
  return badRequest(`The value provided for parameter 'query' is invalid: ${reason}`);
}

function optionsOf(type: string, options: Record<string, unknown>): MonitorOptions {
  const names = OTHER_TYPES[type] === undefined ? OPTION_NAMES : SEARCH_OPTION_NAMES;
  const unknown = Object.keys(options).find((name) => !names.has(name));
  if (unknown !== undefined) throw badRequest(`Invalid monitor option: ${unknown}`);
  const { success, data, error } = MonitorOptions.safeParse(options);
  if (success) return data;
  const [issue] = error.issues;
  const name = issue?.path.join('.') ?? '';
  if (name === 'on_missing_data') throw badRequest(missingDataText(options[name], ON_MISSING_DATA));
  throw badRequest(`The value provided for parameter 'options.${name}' is invalid: ${issue?.message}`);
}

type Thresholds = NonNullable<MonitorOptions['thresholds']>;

function checkThresholds({ threshold, comparison }: CheckedQuery, thresholds: Thresholds): void {
  const { critical, warning, critical_recovery, warning_recovery } = thresholds;
  if (critical != null && critical !== threshold) {
    throw badRequest(
      `Alert threshold (${float(critical)}) does not match that used in the query (${float(threshold)}).`,
    );
  }
  const alert = critical ?? threshold;
  checkOrder('Warning', warning, 'alert', alert, comparison);
  checkOrder('Alert recovery', critical_recovery, 'alert', alert, comparison);
  if (warning != null) checkOrder('Warning recovery', warning_recovery, 'warning', warning, comparison);
}

function checkOrder(
  name: string,
  value: number | null | undefined,
  limitName: string,
  limit: number,
  comparison: Comparison,
): void {
  if (value == null) return;
  const isAbove = comparison.startsWith('>');
  const keeps = isAbove ? value < limit : value > limit;
  if (keeps) return;
  throw badRequest(
    `${name} threshold (${float(value)}) must be ${isAbove ? 'less' : 'greater'} than the ${limitName} threshold (${float(limit)}) with ${comparison} comparison.`,
  );
}

const ON_MISSING_DATA = ['default', 'show_no_data', 'show_and_notify_no_data', 'resolve'];

/** A query that turns silence into zero never misses data. */
function checkMissingData(type: string, { functions }: CheckedQuery, options: MonitorOptions): void {
  const { on_missing_data: onMissingData, notify_no_data: notifyNoData } = options;
  if (onMissingData === undefined) return;
  if (OTHER_TYPES[type]?.hasMissingData === false) {
    throw badRequest(`Invalid monitor option: on_missing_data for monitors of type '${type}'`);
  }
  if (functions.includes('default_zero') && onMissingData !== 'default') {
    throw badRequest(missingDataText(onMissingData, ['default']));
  }
  if (notifyNoData === true) {
    throw badRequest('notify_no_data and on_missing_data cannot be used together');
  }
}

function missingDataText(value: unknown, valid: readonly string[]): string {
  const are = valid.length === 1 ? 'valid value is' : 'valid values are';
  return `Invalid on_missing_data value: ${String(value)}; ${are}: ${valid.join(', ')}`;
}

/** A number as Python prints a float, because Datadog's messages do. */
function float(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
