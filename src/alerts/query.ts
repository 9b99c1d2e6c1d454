import { type AlertRule, readsLedger } from '../catalog';
import { GAUGES } from './gauges';
import { plainNumber } from './plainNumber';
import type { Signal } from './signal';

/**
 * The query of one signal of a rule. Its number is the condition's `critical`,
 * printed like the monitor's threshold: Datadog refuses a monitor if the two differ.
 * @param pipeline id of the pipeline
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 * @example
 * // min(last_15m):max:pipeline.data.lag_seconds{pipeline:aggregate-engagement} > 57600
 */
export function queryOf(pipeline: string, rule: AlertRule, signal: Signal): string {
  if (rule.kind === 'query') return rule.query;
  if (signal.condition === undefined) throw new Error(`the signal of ${rule.id} has no condition`);
  const { aggregation, window, space, absolute, comparison, critical } = signal.condition;
  const series = `${space}:${signal.series ?? gaugeSeries(pipeline, rule, signal)}`;
  return `${aggregation}(${window}):${absolute ? `abs(${series})` : series} ${comparison} ${plainNumber(critical)}`;
}

function gaugeSeries(pipeline: string, rule: AlertRule, { metric }: Signal): string {
  if (!readsLedger(rule)) throw new Error(`the signal of ${rule.id} names no series`);
  const { name, tags } = GAUGES[rule.kind];
  const values = { pipeline, alert: rule.id, metric };
  return `${name}{${tags.map((key) => `${key}:${values[key]}`).join(',')}}`;
}
