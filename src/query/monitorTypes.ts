/** The types of monitors on metrics, whose query the grammar of metric queries describes. */
export const METRIC_TYPES = ['query alert', 'metric alert'] as const;

/** A type by one name: `metric alert` and `query alert` are the same. */
export function sameType(type: string): string {
  return type === 'metric alert' ? 'query alert' : type;
}

/** What is known of a type of monitor that watches something else. */
export interface OtherType {
  /** How its query begins. */
  readonly begins: RegExp;
  /** Whether it has the option `on_missing_data`. */
  readonly hasMissingData: boolean;
}

/** A type whose query is a search, e.g. `logs("…").index("*").rollup("count").last("5m") > 10`. */
const searched = (word: string): OtherType => ({
  begins: new RegExp(`^${word}\\(`),
  hasMissingData: true,
});

/**
 * Types of monitors on anything but metrics whose query ends in a comparison, and which need
 * nothing else.
 * @see https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor
 */
export const OTHER_TYPES: Readonly<Record<string, OtherType>> = {
  'log alert': searched('logs'),
  'rum alert': searched('rum'),
  'trace-analytics alert': searched('trace-analytics'),
  'event-v2 alert': searched('events'),
  'audit alert': searched('audits'),
  'ci-pipelines alert': searched('ci-pipelines'),
  'ci-tests alert': searched('ci-tests'),
  'error-tracking alert': searched('error-tracking(?:-\\w+)?'),
  'database-monitoring alert': searched('database-monitoring'),
  'network-performance alert': { begins: /^network-performance\(/, hasMissingData: false },
  'process alert': { begins: /^processes\(/, hasMissingData: false },
  'slo alert': { begins: /^(?:error_budget|burn_rate)\(/, hasMissingData: false },
};

/** Types of monitors that need more than a query, and why: the end of a message. */
export const TYPES_THAT_NEED_MORE: Readonly<Record<string, string>> = {
  composite: 'it needs the ids that Datadog gives to other monitors',
  'service check': 'it needs thresholds that its query does not name',
  'synthetics alert': 'its Synthetics test creates it',
  'event alert': 'Datadog has replaced it with event-v2 alert',
  'cost alert': 'it needs variables',
  'data-quality alert': 'it needs a newer version of the Terraform provider',
  'data-jobs alert': 'it needs a newer version of the Terraform provider',
  'network-path alert': 'it needs a newer version of the Terraform provider',
  'llm-observability alert': 'it needs a newer version of the Terraform provider',
};
