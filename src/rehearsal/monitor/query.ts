import { Temporal } from 'temporal-polyfill';
import type { Monitor } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';

/** How several values become one. */
export type Aggregate = 'avg' | 'min' | 'max' | 'sum';

/** A metric query that the rehearsal can evaluate. */
export interface MonitorQuery {
  /** How the window's points become one value. */
  readonly aggregation: Aggregate;
  readonly window: Temporal.Duration;
  /** How series that report in the same minute are merged. */
  readonly space: Aggregate;
  /** Whether the sign of each point is ignored. */
  readonly absolute: boolean;
  readonly metric: string;
  /** Tags that a series must have, all of them, as `key:value`; none for all series. */
  readonly tags: readonly string[];
  readonly comparison: '>' | '>=' | '<' | '<=';
  readonly threshold: number;
}

const SERIES = String.raw`(?<space>avg|min|max|sum):(?<metric>[a-zA-Z][\w.]*)\{(?<tags>[^{}]+)\}`;
const QUERY = new RegExp(
  String.raw`^(?<aggregation>avg|min|max|sum)\(last_(?<amount>[1-9]\d*)(?<unit>[mh])\):(?:abs\(${SERIES}\)|${SERIES.replaceAll('?<', '?<plain_')}) (?<comparison>>=|<=|>|<) (?<threshold>-?\d+(?:\.\d+)?)$`,
);
const TAG = /^[A-Za-z][\w./-]*:[\p{L}\p{M}\p{N}_.:/*-]+$/u;
const UNITS = { m: 'minutes', h: 'hours' } as const;
/** From this length on Datadog evaluates only every ten minutes, but the rehearsal every minute. */
const TOO_LONG = 24 * 60;

/**
 * Reads a monitor's query. One that the rehearsal does not understand is an error, because it
 * must not pass for one that never alerts.
 * @throws DeploymentError also if the query's number is not the critical threshold, which Datadog refuses
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 */
export function readQuery({ key, type, query, thresholds }: Monitor): MonitorQuery {
  if (type !== 'query alert' && type !== 'metric alert') {
    throw new DeploymentError(key, 'type', 'the rehearsal does not know monitors of this type', type);
  }
  const found = QUERY.exec(query)?.groups;
  if (found === undefined) {
    throw new DeploymentError(key, 'query', 'the rehearsal does not understand this query', query);
  }
  const scope = found['tags'] ?? found['plain_tags'] ?? '';
  const tags = scope === '*' ? [] : scope.split(',');
  const strange = tags.find((tag) => !TAG.test(tag));
  if (strange !== undefined) {
    throw new DeploymentError(key, 'query', 'the rehearsal does not understand this scope', strange);
  }
  const window = Temporal.Duration.from({
    [UNITS[found['unit'] as keyof typeof UNITS]]: Number(found['amount']),
  });
  if (window.total('minutes') >= TOO_LONG) {
    throw new DeploymentError(key, 'query', 'the rehearsal knows windows of less than a day only', query);
  }
  const threshold = Number(found['threshold']);
  if (threshold !== thresholds.critical) {
    throw new DeploymentError(key, 'thresholds', "not the query's number", thresholds.critical);
  }
  return {
    aggregation: found['aggregation'] as Aggregate,
    window,
    space: (found['space'] ?? found['plain_space']) as Aggregate,
    absolute: found['space'] !== undefined,
    metric: found['metric'] ?? found['plain_metric'] ?? '',
    tags,
    comparison: found['comparison'] as MonitorQuery['comparison'],
    threshold,
  };
}
