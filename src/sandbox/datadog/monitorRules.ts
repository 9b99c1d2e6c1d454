import { type Comparison, type MetricQuery, metricQuery } from './metricQuery';
import { MonitorOptions, OPTION_NAMES } from './monitorBody';
import { QueryError } from './queryReader';
import { badRequest } from './refusal';

/** A monitor that satisfies every rule. */
export interface CheckedMonitor {
  readonly query: MetricQuery;
  readonly options: MonitorOptions;
}

/**
 * Checks what Datadog checks when a metric monitor is created, changed or validated.
 * @throws Refusal 400 in Datadog's words, as far as they are known
 */
export function checkMonitor(type: string, query: string, options: Record<string, unknown>): CheckedMonitor {
  if (type !== 'query alert' && type !== 'metric alert') {
    throw badRequest(
      `The sandbox knows only monitors of type 'query alert' and 'metric alert', not '${type}'`,
    );
  }
  const checkedQuery = queryOf(query);
  const checkedOptions = optionsOf(options);
  checkThresholds(checkedQuery, checkedOptions.thresholds ?? {});
  checkMissingData(checkedQuery, checkedOptions);
  return { query: checkedQuery, options: checkedOptions };
}

function queryOf(query: string): MetricQuery {
  try {
    return metricQuery(query);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw badRequest(`The value provided for parameter 'query' is invalid: ${error.message}`);
  }
}

function optionsOf(options: Record<string, unknown>): MonitorOptions {
  const unknown = Object.keys(options).find((name) => !OPTION_NAMES.has(name));
  if (unknown !== undefined) throw badRequest(`Invalid monitor option: ${unknown}`);
  const { success, data, error } = MonitorOptions.safeParse(options);
  if (success) return data;
  const [issue] = error.issues;
  const name = issue?.path.join('.') ?? '';
  if (name === 'on_missing_data') throw badRequest(missingDataText(options[name], ON_MISSING_DATA));
  throw badRequest(`The value provided for parameter 'options.${name}' is invalid: ${issue?.message}`);
}

type Thresholds = NonNullable<MonitorOptions['thresholds']>;

function checkThresholds({ threshold, comparison }: MetricQuery, thresholds: Thresholds): void {
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
function checkMissingData({ functions }: MetricQuery, options: MonitorOptions): void {
  const { on_missing_data: onMissingData, notify_no_data: notifyNoData } = options;
  if (onMissingData === undefined) return;
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
