import { type AlertRule, type NoData, readsLedger } from '../catalog';
import { OTHER_TYPES } from '../query';
import { fillsSilence, isMetricType } from './writtenQuery';

/**
 * What Datadog does without data, in its own words.
 * @see https://docs.datadoghq.com/monitors/configuration/#no-data
 */
export type OnMissingData = 'default' | 'show_no_data' | 'show_and_notify_no_data' | 'resolve';

const WORDS = {
  alert: 'show_and_notify_no_data',
  ignore: 'show_no_data',
  resolve: 'resolve',
} as const satisfies Record<NoData, OnMissingData>;

/**
 * What a rule's monitor does without data; undefined where Datadog has no such option. The gauges
 * of the ledger are repeated about once a minute whatever the pipelines do, so silence means that
 * their exporter has died.
 */
export function onMissingDataOf(rule: AlertRule): OnMissingData | undefined {
  if (readsLedger(rule)) return 'show_and_notify_no_data';
  if (rule.kind === 'metric') return WORDS[rule.noData];
  if (rule.noData !== undefined) return WORDS[rule.noData];
  if (OTHER_TYPES[rule.type]?.hasMissingData === false) return undefined;
  return isMetricType(rule.type) && !fillsSilence(rule) ? 'show_and_notify_no_data' : 'default';
}

/**
 * Hours without data after which Datadog resolves the monitor. Its groups age out
 * after 24 hours; without this the PagerDuty incident would stay open forever.
 */
export const TIMEOUT_HOURS = 24;
