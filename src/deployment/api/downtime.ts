import type { Downtime, DowntimeOnce, DowntimeRecurring } from '../deployment';
import type { Block } from '../terraform/block';
import { readFirstRecovery, readOnce, readRecurrence } from '../terraform/downtime';
import type { Parts } from './parts';

/** Status of a downtime, in Datadog's words. */
export type DowntimeStatus = 'scheduled' | 'active' | 'ended' | 'canceled';

/**
 * Reads a downtime as Datadog returns it.
 * @see https://docs.datadoghq.com/api/latest/downtimes/#get-a-downtime
 */
export function readDowntime(block: Block, parts: Parts): Downtime {
  const attributes = block.block('attributes');
  const downtime: Downtime = {
    key: block.text('id'),
    scope: attributes.text('scope'),
    monitors: readMonitors(attributes.block('monitor_identifier')),
    time: readTime(attributes.block('schedule')),
    notifyEndStates: attributes.someOf('notify_end_states', ['alert', 'warn', 'no data']),
    notifyEndTypes: attributes.someOf('notify_end_types', ['canceled', 'expired']),
    ...readFirstRecovery(attributes),
  };
  attributes.ignore('display_timezone', 'message');
  attributes.ignore('status', 'created', 'modified', 'canceled');
  attributes.ignoreEmpty();
  block.ignore('type', 'relationships');
  parts.check(
    () => attributes.done(),
    () => block.done(),
  );
  return downtime;
}

/** @throws DeploymentError for a status that Datadog does not document */
export function statusOf(block: Block): DowntimeStatus {
  return block.block('attributes').oneOf('status', ['scheduled', 'active', 'ended', 'canceled']);
}

/** Whether a downtime does not recur and lasts until somebody cancels it. */
export function isEndless(block: Block): boolean {
  const schedule = block.block('attributes').block('schedule');
  return !schedule.has('recurrences') && !schedule.has('end');
}

/** Which monitors a downtime mutes, whatever else is wrong with it. */
export function silenced(block: Block): Downtime['monitors'] {
  return readMonitors(block.block('attributes').block('monitor_identifier'));
}

function readMonitors(block: Block): Downtime['monitors'] {
  const monitors = block.has('monitor_id')
    ? { monitor: String(block.integer('monitor_id', 0, Number.MAX_SAFE_INTEGER)) }
    : { tags: block.texts('monitor_tags') };
  block.ignoreEmpty();
  block.done();
  return monitors;
}

function readTime(block: Block): DowntimeOnce | DowntimeRecurring {
  if (!block.has('recurrences')) {
    if (!block.has('end')) throw block.error('end', 'missing: the downtime mutes forever');
    return readOnce(block);
  }
  const time: DowntimeRecurring = {
    kind: 'recurring',
    timeZone: block.timeZone('timezone'),
    recurrences: block.blocks('recurrences').map(readRecurrence),
  };
  block.ignore('current_downtime');
  block.done();
  return time;
}
