import { type Expression, readExpression } from './expression';
import { QueryReader } from './queryReader';

/** How the value is compared with the threshold. */
export type Comparison = '>' | '>=' | '<' | '<=' | '==' | '!=';

/** How the points of the window become one value. */
export type Aggregate = 'avg' | 'sum' | 'min' | 'max';

/** A metric query as it is written. */
export interface MetricQuery {
  readonly aggregation: Aggregate;
  /** E.g. `last_5m`. */
  readonly window: string;
  /** A change alert's. @default - the value itself is compared, not its change */
  readonly change?: {
    /** Whether it is in percent of the value before. */
    readonly isRelative: boolean;
    /** How long before, e.g. `last_1h` or `1h_ago`. */
    readonly shift: string;
  };
  readonly expression: Expression;
  readonly comparison: Comparison;
  readonly threshold: number;
}

/**
 * Reads `aggregation(window):expression comparison number`, and the change alert's
 * `change(aggregation(window),shift):…`.
 * @throws QueryError if it is malformed
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 */
export function metricQuery(query: string): MetricQuery {
  const reader: QueryReader = new QueryReader(query);
  const changed = reader.take(/(pct_)?change\(/);
  const { aggregation, window } = readAggregation(reader);
  const change = changed === undefined ? undefined : readShift(reader, changed.startsWith('pct'));
  reader.expect(/:/, "':'");
  const expression = readExpression(reader);
  const comparison = reader.take(/>=|<=|==|!=|>|</) as Comparison | undefined;
  if (comparison === undefined) reader.fail('invalid operator specified');
  const threshold = Number(reader.expect(/-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/, 'a threshold'));
  if (!reader.isAtEnd()) reader.fail('unexpected text');
  return {
    aggregation,
    window,
    ...(change === undefined ? {} : { change }),
    expression,
    comparison,
    threshold,
  };
}

function readAggregation(reader: QueryReader): Pick<MetricQuery, 'aggregation' | 'window'> {
  const aggregation = reader.expect(/avg|sum|min|max/, 'a time aggregation (avg, sum, min, max)');
  reader.expect(/\(/, "'('");
  const window = reader.expect(/\w+/, 'a window');
  checkWindow(reader, window);
  reader.expect(/\)/, "')' after the window");
  return { aggregation: aggregation as Aggregate, window };
}

function readShift(reader: QueryReader, isRelative: boolean): MetricQuery['change'] {
  reader.expect(/,/, "','");
  const shift = reader.expect(/\w+/, 'a window');
  if (!/^[1-9]\d*(m|h|d|w|mo)_ago$/.test(shift)) checkWindow(reader, shift);
  reader.expect(/\)/, "')'");
  return { isRelative, shift };
}

/** Minutes up to 10080, hours up to 168, a day, a week, a month. */
function checkWindow(reader: QueryReader, window: string): void {
  const [, count = '', unit = ''] = /^last_([1-9]\d*)(m|h|d|w|mo)$/.exec(window) ?? [];
  const most: Readonly<Record<string, number>> = { m: 10_080, h: 168, d: 1, w: 1, mo: 1 };
  if (Number(count) === 0 || Number(count) > (most[unit] ?? 0)) reader.fail(`unknown window '${window}'`);
}
