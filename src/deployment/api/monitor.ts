import type { Monitor } from '../deployment';
import type { Block } from '../terraform/block';
import { readOptions } from '../terraform/monitor';
import { isObject } from '../terraform/value';
import type { Parts } from './parts';

/** Seconds that Datadog waits before it evaluates a new host; none of our monitors is about hosts. */
const NEW_HOST_DELAY = 300;

const RENOTIFY = ['escalation_message', 'renotify_interval', 'renotify_occurrences', 'renotify_statuses'];

/**
 * Reads a monitor as Datadog returns it, part by part. A draft, which notifies nobody, a warning
 * threshold and options that are not part of the deployment's Monitor are errors.
 * @see https://docs.datadoghq.com/api/latest/monitors/#get-a-monitors-details
 */
export function readMonitor(block: Block, parts: Parts): Partial<Monitor> {
  const options = optionsOf(block);
  const thresholds = parts.part('thresholds', () => options.block('thresholds'));
  const given = <K extends keyof Monitor>(key: K, read: () => Monitor[K]): Partial<Monitor> => {
    const value = parts.part(key, read);
    return value === undefined ? {} : { [key]: value };
  };
  const monitor: Partial<Monitor> = {
    key: String(block.integer('id', 0, Number.MAX_SAFE_INTEGER)),
    name: block.text('name'),
    ...given('type', () => block.text('type')),
    ...given('query', () => block.text('query')),
    ...(thresholds === undefined
      ? {}
      : given('thresholds', () => ({ critical: thresholds.number('critical') }))),
    ...given('message', () => block.text('message')),
    ...given('tags', () => (block.has('tags') ? block.texts('tags') : [])),
    ...(block.has('priority') ? given('priority', () => block.integer('priority', 1, 5)) : {}),
    ...given('options', () => readOptions(withFullWindow(options))),
  };
  parts.check(
    () => thresholds?.done(),
    () => refuseDraft(block),
  );
  checkOptions(options, parts);
  block.ignore('org_id', 'multi', 'created', 'created_at', 'creator', 'modified', 'assets');
  block.ignore('overall_state', 'overall_state_modified', 'state', 'restricted_roles', 'restriction_policy');
  // Downtimes are read on their own.
  block.ignore('matching_downtimes');
  block.ignoreEmpty();
  parts.check(() => block.done());
  return monitor;
}

function refuseDraft(block: Block): void {
  if (block.has('draft_status') && block.oneOf('draft_status', ['draft', 'published']) === 'draft') {
    throw block.error('draft_status', 'the monitor is a draft: it notifies nobody');
  }
}

/** Whether a monitor is muted in its own options, as the older API does. */
export function isMuted(value: unknown): boolean {
  const options = isObject(value) ? value['options'] : undefined;
  const silenced = isObject(options) ? options['silenced'] : undefined;
  return isObject(silenced) && Object.keys(silenced).length > 0;
}

/** The options without what Datadog returns for a renotification that nobody asked for: 0 and empty text. */
function optionsOf(block: Block): Block {
  return block.block('options').without((key, value) => {
    return RENOTIFY.includes(key) && (value === 0 || value === '');
  });
}

/** Datadog's default depends on the query, so the answer has to say which one it took. */
function withFullWindow(options: Block): Block {
  if (!options.has('require_full_window')) throw options.error('require_full_window', 'missing');
  return options;
}

function checkOptions(options: Block, parts: Parts): void {
  const only = (key: string, value: number) => () =>
    options.has(key) ? options.integer(key, value, value) : undefined;
  parts.check(
    only('new_host_delay', NEW_HOST_DELAY),
    ...['evaluation_delay', 'new_group_delay', 'min_failure_duration'].map((key) => only(key, 0)),
  );
  // Mutes are reported separately, and `on_missing_data` takes precedence over the time without data.
  options.ignore('silenced', 'no_data_timeframe');
  // What a notification shows of a search, and a grouping that the query says already.
  options.ignore('enable_logs_sample', 'enable_samples', 'groupby_simple_monitor');
  options.ignore('notify_audit', 'include_tags', 'locked', 'notification_preset_name', 'avalanche_window');
  options.ignoreEmpty();
  // If reading them ended early, the ones not reached are not unknown.
  if (!parts.unread.includes('options')) parts.check(() => options.done());
}
