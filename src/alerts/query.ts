import type { AlertRule } from '../catalog';
import { GAUGES } from './gauges';
import { plainNumber } from './plainNumber';
import type { Signal } from './signal';

/**
 * The metric query of one signal of a rule. Its number is the condition's `critical`,
 * printed like the monitor's threshold: Datadog refuses a monitor if the two differ.
 * @param pipeline id of the pipeline
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 * @example
 * // min(last_15m):max:pipeline.data.lag_seconds{pipeline:aggregate-engagement} > 57600
 */
export function queryOf(pipeline: string, rule: AlertRule, signal: Signal): string {
  const { aggregation, window, space, absolute, comparison, critical } = signal.condition;
  const gauge = GAUGES[rule.kind];
  const values = { pipeline, alert: rule.id, metric: signal.metric };
  const tags = gauge.tags.map((key) => `${key}:${values[key]}`).join(',');
  const series = `${space}:${gauge.name}{${tags}}`;
  return `${aggregation}(${window}):${absolute ? `abs(${series})` : series} ${comparison} ${plainNumber(critical)}`;
}
