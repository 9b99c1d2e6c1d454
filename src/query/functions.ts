/** Ways to aggregate over space. */
export const SPACE = ['avg', 'sum', 'min', 'max', 'count', 'p50', 'p75', 'p90', 'p95', 'p99'];

/**
 * Functions that may enclose a series.
 * @see https://docs.datadoghq.com/dashboards/functions/
 */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['abs', 'anomalies', 'autosmooth', 'ceil', 'clamp_max', 'clamp_min', 'count_nonzero', 'count_not_null'],
  ...['cumsum', 'cutoff_max', 'cutoff_min', 'day_before', 'default_zero', 'derivative', 'diff', 'dt'],
  ...['ewma_3', 'ewma_5', 'ewma_10', 'ewma_20', 'exclude_null', 'fill', 'floor', 'forecast', 'hour_before'],
  ...['integral', 'log10', 'log2', 'median_3', 'median_5', 'median_7', 'median_9', 'minutes_between'],
  ...['month_before', 'monotonic_diff', 'moving_rollup', 'outliers', 'per_hour', 'per_minute', 'per_second'],
  ...['piecewise_constant', 'robust_trend', 'rollup', 'round', 'throughput', 'timeshift', 'top'],
  ...['trend_line', 'week_before'],
]);

/** Functions that may follow a series after a dot. */
export const METHODS: ReadonlySet<string> = new Set(['as_count', 'as_rate', 'fill', 'rollup', 'weighted']);
