import type { Monitor, MonitorOptions, Renotify } from '../deployment';
import type { Block } from './block';

const LONGEST_TIMEOUT_HOURS = 24;

/**
 * Reads a `datadog_monitor`. Options that change when it fires or who it notifies, but
 * are not part of the deployment's Monitor, are errors.
 * @see https://registry.terraform.io/providers/DataDog/datadog/3.82.0/docs/resources/monitor
 */
export function readMonitor(block: Block): Monitor {
  const thresholds = block.block('monitor_thresholds');
  const monitor: Monitor = {
    key: block.address,
    name: block.text('name'),
    type: block.text('type'),
    query: block.text('query'),
    thresholds: { critical: thresholds.number('critical') },
    message: block.text('message'),
    tags: block.has('tags') ? block.texts('tags') : [],
    ...(block.has('priority') ? { priority: block.integer('priority', 1, 5) } : {}),
    options: readOptions(block),
  };
  thresholds.done();
  block.ignore('include_tags', 'notify_audit', 'validate', 'force_delete', 'restricted_roles');
  block.done();
  return monitor;
}

/** Reads when a monitor fires and notifies; Datadog's API uses the provider's names. */
export function readOptions(block: Block): MonitorOptions {
  return {
    // The provider's default, not Datadog's.
    requireFullWindow: block.has('require_full_window') ? block.boolean('require_full_window') : true,
    ...(block.has('on_missing_data')
      ? {
          onMissingData: block.oneOf('on_missing_data', [
            'default',
            'show_no_data',
            'show_and_notify_no_data',
            'resolve',
          ]),
        }
      : {}),
    ...readTimeoutHours(block),
    ...readRenotify(block),
  };
}

/** In Datadog 0 means never. */
function readTimeoutHours(block: Block): { timeoutHours?: number } {
  const hours = block.has('timeout_h') ? block.integer('timeout_h', 0, LONGEST_TIMEOUT_HOURS) : 0;
  return hours === 0 ? {} : { timeoutHours: hours };
}

/** An interval of 0 means never; the other renotify attributes are then errors, because they have no effect. */
function readRenotify(block: Block): { renotify?: Renotify } {
  const intervalMinutes = block.has('renotify_interval')
    ? block.integer('renotify_interval', 0, Number.MAX_SAFE_INTEGER)
    : 0;
  if (intervalMinutes === 0) return {};
  return {
    renotify: {
      intervalMinutes,
      ...(block.has('renotify_statuses')
        ? { statuses: block.someOf('renotify_statuses', ['alert', 'warn', 'no data']) }
        : {}),
      ...(block.has('renotify_occurrences')
        ? { occurrences: block.integer('renotify_occurrences', 1, Number.MAX_SAFE_INTEGER) }
        : {}),
      ...(block.has('escalation_message') ? { message: block.text('escalation_message') } : {}),
    },
  };
}
