import { Construct, DatadogMonitor } from './cdktf';
import { checkedNumber } from './checkedProps';
import { terraformText } from './terraformText';

/** Props of a runbook monitor. All texts are taken literally. */
export interface RunbookMonitorProps {
  /** Title in Datadog. */
  readonly name: string;
  /**
   * Datadog's type of the monitor.
   * @default 'query alert'
   */
  readonly type?: string;
  /** The query; the number at its end must equal `critical`. */
  readonly query: string;
  /** The threshold, as the query prints it. */
  readonly critical: string;
  /** Datadog Markdown; text from a runbook must already be inert. */
  readonly message: string;
  /** `key:value` each. */
  readonly tags: readonly string[];
  /**
   * 1 (highest) to 5.
   * @default - none
   */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
  /**
   * What missing data does, in Datadog's words; `unset` for types of monitors that have no such option.
   * State gauges are repeated every minute, so missing data means that the reader of the ledger has
   * died, and somebody should know.
   * @default 'show_and_notify_no_data'
   */
  readonly onMissingData?: 'default' | 'show_no_data' | 'show_and_notify_no_data' | 'resolve' | 'unset';
  /**
   * Hours without data after which the monitor resolves, so that no incident stays open forever: 0 (never) to 24.
   * @default 24
   */
  readonly timeoutHours?: number;
}

/**
 * One alert rule of a runbook: a Datadog monitor, on a state gauge unless its type says otherwise.
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/monitor
 * @example
 * new RunbookMonitor(this, 'lag', {
 *   name: 'Aggregate growth: data lag',
 *   query: 'max(last_5m):max:pipeline.data.lag_seconds{pipeline:growth} > 57600',
 *   critical: '57600',
 *   message: 'Data is late. https://wiki.example/growth#lag @pagerduty-growth',
 *   tags: ['pipeline:growth'],
 * });
 */
export class RunbookMonitor extends Construct {
  /** The Datadog monitor. */
  readonly monitor: DatadogMonitor;

  /** @throws Error that names the prop, the value and the rule */
  constructor(scope: Construct, id: string, props: RunbookMonitorProps) {
    super(scope, id);
    if (
      !props.query.endsWith(props.critical) ||
      /[\d.]$/.test(props.query.slice(0, -props.critical.length))
    ) {
      throw new Error(
        `'critical' (${props.critical}) must be the number at the end of 'query' (${props.query})`,
      );
    }
    if (props.priority !== undefined) checkedNumber('priority', props.priority, 1, 5);
    const onMissingData = props.onMissingData ?? 'show_and_notify_no_data';
    this.monitor = new DatadogMonitor(this, 'Resource', {
      name: terraformText(props.name),
      type: props.type ?? 'query alert',
      query: terraformText(props.query),
      monitorThresholds: { critical: props.critical },
      message: terraformText(props.message),
      tags: props.tags.map(terraformText),
      ...(props.priority === undefined ? {} : { priority: String(props.priority) }),
      // The provider's default (true) waits for a full window, so a monitor would be blind after every gap.
      requireFullWindow: false,
      ...(onMissingData === 'unset' ? {} : { onMissingData }),
      timeoutH: checkedNumber('timeoutHours', props.timeoutHours ?? 24, 0, 24),
    });
  }
}
