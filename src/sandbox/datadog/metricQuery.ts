import { readExpression } from './metricExpression';
import { QueryReader } from './queryReader';

/** How the value is compared with the threshold. */
export type Comparison = '>' | '>=' | '<' | '<=' | '==' | '!=';

/** What a monitor's rules need to know about its query. */
export interface MetricQuery {
  readonly comparison: Comparison;
  readonly threshold: number;
  /** Whether the monitor is split into groups. */
  readonly isGrouped: boolean;
  /** Names of the functions in it. */
  readonly functions: readonly string[];
}

const AGGREGATION = /avg|sum|min|max/;

/**
 * Reads `aggregation(window):expression comparison number`, and the change alert's
 * `change(aggregation(window),window):…`.
 * @throws QueryError if it is malformed
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 * @example
 * metricQuery('min(last_5m):max:a.b{c:d} > 0') // { comparison: '>', threshold: 0, isGrouped: false, functions: [] }
 */
export function metricQuery(query: string): MetricQuery {
  const reader: QueryReader = new QueryReader(query);
  const isChange = reader.take(/(pct_)?change\(/) !== undefined;
  readAggregation(reader);
  if (isChange) {
    reader.expect(/,/, "','");
    checkWindow(reader, reader.expect(/\w+/, 'a window'));
    reader.expect(/\)/, "')'");
  }
  reader.expect(/:/, "':'");
  const expression = readExpression(reader);
  const comparison = reader.take(/>=|<=|==|!=|>|</) as Comparison | undefined;
  if (comparison === undefined) reader.fail('invalid operator specified');
  const threshold = Number(reader.expect(/-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/, 'a threshold'));
  if (!reader.isAtEnd()) reader.fail('unexpected text');
  return { ...expression, comparison, threshold };
}

function readAggregation(reader: QueryReader): void {
  reader.expect(AGGREGATION, 'a time aggregation (avg, sum, min, max)');
  reader.expect(/\(/, "'('");
  checkWindow(reader, reader.expect(/\w+/, 'a window'));
  reader.expect(/\)/, "')' after the window");
}

/** Minutes up to 10080, hours up to 168, a day, a week, a month. */
function checkWindow(reader: QueryReader, window: string): void {
  const [, count = '', unit = ''] = /^last_([1-9]\d*)(m|h|d|w|mo)$/.exec(window) ?? [];
  const most: Readonly<Record<string, number>> = { m: 10_080, h: 168, d: 1, w: 1, mo: 1 };
  if (Number(count) === 0 || Number(count) > (most[unit] ?? 0)) reader.fail(`unknown window '${window}'`);
}
