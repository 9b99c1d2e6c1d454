import { Temporal } from 'temporal-polyfill';
import type { Monitor } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';
import { type Aggregate, type MetricQuery, metricQuery, QueryError } from '../../query';
import { type PlayedExpression, type PlayedSeries, playedExpression, playedSeries } from './expression';
import { NotPlayedError, type Refused } from './notPlayed';

/** A metric query that the rehearsal can evaluate. */
export interface MonitorQuery {
  /** How the window's points become one value. */
  readonly aggregation: Aggregate;
  /** How far back the points reach: whole minutes, less than a day. */
  readonly window: Temporal.Duration;
  /**
   * What is compared instead of the value: its change since the same window some time before.
   * @default - the value itself
   */
  readonly change?: { readonly isRelative: boolean; readonly shift: Temporal.Duration };
  /** What is aggregated, minute by minute. */
  readonly expression: PlayedExpression;
  /** What it reads, each once. */
  readonly series: readonly PlayedSeries[];
  /** Tags whose values are groups of their own; empty if the monitor is one. */
  readonly by: readonly string[];
  /** How the value is compared with `threshold`. */
  readonly comparison: '>' | '>=' | '<' | '<=';
  /** The critical threshold. */
  readonly threshold: number;
}

/** From this length on, in minutes, Datadog evaluates only every ten minutes, but the rehearsal every minute. */
const TOO_LONG = 24 * 60;
const UNITS: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 };

/**
 * Reads a monitor's query. One that the rehearsal does not understand is an error, because it
 * must not pass for one that never alerts.
 * @throws NotPlayedError for what it does not understand
 * @throws DeploymentError if the query's number is not the critical threshold, which Datadog refuses
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 */
export function readQuery({ key, type, query, thresholds }: Monitor): MonitorQuery {
  if (type !== 'query alert' && type !== 'metric alert') {
    throw new NotPlayedError(key, 'type', 'the rehearsal cannot play monitors of this type', type);
  }
  const refused = (what: string, value: unknown = query) => new NotPlayedError(key, 'query', what, value);
  const written = writtenQuery(query, refused);
  const { aggregation, comparison, threshold, change } = written;
  if (comparison === '==' || comparison === '!=') throw refused('the rehearsal cannot play == and !=');
  if (threshold !== thresholds.critical) {
    throw new DeploymentError(
      key,
      'thresholds',
      'not the number at the end of the query',
      thresholds.critical,
    );
  }
  const expression = playedExpression(written.expression, refused);
  const series = playedSeries(expression);
  const groups = new Set(series.map(({ by }) => by.join()));
  if (groups.size > 1) throw refused('the rehearsal cannot play series with different groups');
  return {
    aggregation,
    window: minutesOf(written.window, refused),
    ...(change === undefined
      ? {}
      : { change: { isRelative: change.isRelative, shift: minutesOf(change.shift, refused) } }),
    expression,
    series,
    by: series[0]?.by ?? [],
    comparison,
    threshold,
  };
}

function writtenQuery(query: string, refused: Refused): MetricQuery {
  try {
    return metricQuery(query);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw refused(`the rehearsal does not understand this query: ${error.message}`);
  }
}

/** The length of a window or shift, e.g. `last_5m` or `1h_ago`. */
function minutesOf(text: string, refused: Refused): Temporal.Duration {
  const [, count = '', unit = ''] = /^(?:last_)?(\d+)(\w+?)(?:_ago)?$/.exec(text) ?? [];
  const minutes = Number(count) * (UNITS[unit] ?? Number.POSITIVE_INFINITY);
  if (minutes >= TOO_LONG) throw refused('the rehearsal can only play windows shorter than a day', text);
  return Temporal.Duration.from({ minutes });
}
