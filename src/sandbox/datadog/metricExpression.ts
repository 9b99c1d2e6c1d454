import type { QueryReader } from './queryReader';

/** Ways to aggregate over space. */
const SPACE = ['avg', 'sum', 'min', 'max', 'count', 'p50', 'p75', 'p90', 'p95', 'p99'];

/**
 * Functions that may enclose a series.
 * @see https://docs.datadoghq.com/dashboards/functions/
 */
const FUNCTIONS = new Set([
  ...['abs', 'anomalies', 'autosmooth', 'ceil', 'clamp_max', 'clamp_min', 'count_nonzero', 'count_not_null'],
  ...[
    'cumsum',
    'cutoff_max',
    'cutoff_min',
    'day_before',
    'default_zero',
    'derivative',
    'diff',
    'dt',
    'ewma_3',
  ],
  ...['ewma_5', 'ewma_10', 'ewma_20', 'exclude_null', 'fill', 'floor', 'forecast', 'hour_before', 'integral'],
  ...['log10', 'log2', 'median_3', 'median_5', 'median_7', 'median_9', 'minutes_between', 'month_before'],
  ...[
    'monotonic_diff',
    'moving_rollup',
    'outliers',
    'per_hour',
    'per_minute',
    'per_second',
    'piecewise_constant',
  ],
  ...['robust_trend', 'rollup', 'round', 'throughput', 'timeshift', 'top', 'trend_line', 'week_before'],
]);

/** Functions that may follow a series after a dot. */
const METHODS = new Set(['as_count', 'as_rate', 'fill', 'rollup', 'weighted']);

/** What a monitor's rules need to know about an expression. */
export interface Expression {
  /** Whether a series is split by tags. */
  readonly isGrouped: boolean;
  /** Names of the functions in it. */
  readonly functions: readonly string[];
}

/**
 * Reads the expression of a metric query, from the reader's position to its end.
 * @throws QueryError if it is malformed
 * @example
 * readExpression(new QueryReader('abs(max:a.b{c:d} by {e})')) // { isGrouped: true, functions: ['abs'] }
 */
export function readExpression(reader: QueryReader): Expression {
  const parts = [readTerm(reader)];
  while (reader.take(/[+\-*/]/)) parts.push(readTerm(reader));
  return joined(parts);
}

function readTerm(reader: QueryReader): Expression {
  if (reader.take(/\(/)) {
    const inner = readExpression(reader);
    reader.expect(/\)/, "')'");
    return inner;
  }
  if (reader.take(/-?\d+(\.\d+)?/)) return joined([]);
  const word = reader.expect(/[A-Za-z_]\w*/, 'a metric or a function');
  if (reader.take(/\(/)) return withMethods(reader, readCall(reader, word));
  reader.expect(/:/, `':' after '${word}'`);
  if (!SPACE.includes(word)) reader.fail(`unknown space aggregator '${word}'`);
  return withMethods(reader, readSeries(reader));
}

function readCall(reader: QueryReader, name: string): Expression {
  if (!FUNCTIONS.has(name)) reader.fail(`unknown function '${name}'`);
  const parts = [readExpression(reader)];
  while (reader.take(/,/)) {
    const isOption = reader.take(/'[^']*'|\w+=('[^']*'|[\w.]+)/) !== undefined;
    if (!isOption) parts.push(readExpression(reader));
  }
  reader.expect(/\)/, `')' after '${name}(…'`);
  return joined([...parts, { isGrouped: false, functions: [name] }]);
}

function readSeries(reader: QueryReader): Expression {
  reader.expect(/[A-Za-z][\w.]{0,199}/, 'a metric name');
  const [, scope = ''] = /^\{(.*)\}$/.exec(reader.expect(/\{[^{}]*\}/, "a scope in '{…}'")) ?? [];
  checkScope(reader, scope);
  const isGrouped = reader.take(/by\s*\{\s*[\w./-]+(\s*,\s*[\w./-]+)*\s*\}/) !== undefined;
  return { isGrouped, functions: [] };
}

function withMethods(reader: QueryReader, expression: Expression): Expression {
  const methods: string[] = [];
  while (reader.take(/\./)) {
    const method = reader.expect(/[a-z_]+/, 'a function after the dot');
    if (!METHODS.has(method)) reader.fail(`unknown function '${method}'`);
    reader.expect(/\([^()]*\)/, `'(…)' after '${method}'`);
    methods.push(method);
  }
  return joined([expression, { isGrouped: false, functions: methods }]);
}

/** `*`, a list of tags, or tags joined by AND, OR, NOT and IN. */
function checkScope(reader: QueryReader, scope: string): void {
  const isBoolean = /\b(AND|OR|NOT|IN)\b/.test(scope);
  const tags = isBoolean ? scope.split(/\b(?:AND|OR|NOT|IN)\b|[(),\s]/) : scope.split(',');
  const given = tags.map((tag) => tag.trim()).filter((tag) => !isBoolean || tag !== '');
  for (const tag of given) {
    if (!/^(\*|[!-]?[A-Za-z$][\w./-]*(:[^\s{},]+)?)$/.test(tag)) reader.fail(`'${tag}' is not a valid tag`);
  }
}

function joined(parts: readonly Expression[]): Expression {
  return {
    isGrouped: parts.some((part) => part.isGrouped),
    functions: parts.flatMap((part) => part.functions),
  };
}
