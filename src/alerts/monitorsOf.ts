import type { AlertRule, Organization, Pipeline } from '../catalog';
import { signalsOf } from './kinds';
import { messageOf } from './message';
import { onMissingDataOf, TIMEOUT_HOURS } from './missingData';
import type { MonitorDefinition } from './monitorDefinition';
import { nameOf, uniqueNames } from './names';
import { plainNumber } from './plainNumber';
import { queryOf } from './query';
import type { Signal } from './signal';
import { tagsOf } from './tags';
import { thresholdText } from './writtenQuery';

/** What monitors depend on besides the pipeline and the organization. */
export interface MonitorOptions {
  /** True if the runbooks folder has the page of failure classes, which messages then link to. */
  readonly failureClassesPage: boolean;
}

/**
 * The monitors of a pipeline, in the order of its runbook's rules, their metrics and
 * their bounds (min, max); empty without a runbook.
 * @example
 * // the path of each, for aggregate-growth:
 * // ['runs-too-long'], ['growth-out-of-range', 'revenue_growth_pct', 'min'], ...
 */
export function monitorsOf(
  pipeline: Pipeline,
  organization: Organization,
  options: MonitorOptions,
): readonly MonitorDefinition[] {
  const { runbook } = pipeline;
  if (runbook === undefined) {
    return [];
  }
  const monitors = runbook.alerts.flatMap((rule) => {
    const signals = signalsOf(rule);
    const several = signals.length > 1;
    return signals.map((signal) => ({
      ...monitorOf(pipeline, rule, signal),
      name: nameOf(pipeline, rule, signal, several),
      message: messageOf({ pipeline, organization, runbook, rule, signal, ...options }),
    }));
  });
  const names = uniqueNames(monitors);
  return monitors.map((monitor, index) => ({ ...monitor, name: names[index] ?? monitor.name }));
}

/** A monitor without the texts for people. */
function monitorOf(
  pipeline: Pipeline,
  rule: AlertRule,
  signal: Signal,
): Omit<MonitorDefinition, 'name' | 'message'> {
  const criticalText =
    rule.kind === 'query' ? thresholdText(rule) : plainNumber(signal.condition?.critical ?? Number.NaN);
  const onMissingData = onMissingDataOf(rule);
  return {
    path: [rule.id, ...signal.path],
    pipeline: pipeline.id,
    alert: rule.id,
    kind: rule.kind,
    failureClass: rule.failureClass,
    ...(signal.metric === undefined ? {} : { metric: signal.metric }),
    type: rule.kind === 'query' ? rule.type : 'query alert',
    query: queryOf(pipeline.id, rule, signal),
    critical: Number(criticalText),
    criticalText,
    tags: tagsOf(pipeline, rule, signal),
    ...(rule.priority === undefined ? {} : { priority: rule.priority }),
    ...(onMissingData === undefined ? {} : { onMissingData }),
    timeoutHours: TIMEOUT_HOURS,
  };
}
