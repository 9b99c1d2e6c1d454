import { Temporal } from 'temporal-polyfill';
import type { Downtime, DowntimeOnce, DowntimeRecurring, Recurrence } from '../deployment';
import type { Block } from './block';
import type { Stack } from './stack';

const UNITS = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' } as const;

/**
 * Reads a `datadog_downtime_schedule`. A recurrence without a start is an error: its
 * time of day would be that of the deployment.
 * @see https://docs.datadoghq.com/api/latest/downtimes/#schedule-a-downtime
 */
export function readDowntime(block: Block, stack: Stack): Downtime {
  const downtime: Downtime = {
    key: block.address,
    scope: block.text('scope'),
    monitors: readMonitors(block.block('monitor_identifier'), stack),
    time: readTime(block),
    // Datadog's defaults: a downtime without these notifies at its end of what is still broken.
    notifyEndStates: block.has('notify_end_states')
      ? block.someOf('notify_end_states', ['alert', 'warn', 'no data'])
      : ['alert', 'no data', 'warn'],
    notifyEndTypes: block.has('notify_end_types')
      ? block.someOf('notify_end_types', ['canceled', 'expired'])
      : ['expired'],
    ...readFirstRecovery(block),
  };
  block.ignore('display_timezone', 'message');
  block.done();
  return downtime;
}

/** Present only if true; Datadog's API writes it as the provider does. */
export function readFirstRecovery(block: Block): Pick<Downtime, 'mutesFirstRecovery'> {
  const key = 'mute_first_recovery_notification';
  return block.has(key) && block.boolean(key) ? { mutesFirstRecovery: true } : {};
}

function readMonitors(block: Block, stack: Stack): Downtime['monitors'] {
  const monitors = block.has('monitor_id')
    ? { monitor: stack.follow(block.reference('monitor_id'), 'datadog_monitor').address }
    : { tags: block.texts('monitor_tags') };
  block.done();
  return monitors;
}

function readTime(block: Block): DowntimeOnce | DowntimeRecurring {
  if (block.has('one_time_schedule')) return readOnce(block.block('one_time_schedule'));
  const recurring = block.block('recurring_schedule');
  const time: DowntimeRecurring = {
    kind: 'recurring',
    timeZone: recurring.timeZone('timezone'),
    recurrences: recurring.blocks('recurrence').map(readRecurrence),
  };
  recurring.done();
  return time;
}

/** Reads a downtime that happens once. Without an end it would mute forever: an error. */
export function readOnce(block: Block): DowntimeOnce {
  const from = block.has('start') ? block.instant('start') : undefined;
  const until = block.instant('end');
  block.done();
  if (from === undefined) return { kind: 'once', until };
  if (Temporal.Instant.compare(until, from) <= 0) {
    throw block.error('end', `not after the start (${from})`, until);
  }
  return { kind: 'once', from, until };
}

/** Reads one recurrence; Datadog's API writes it as the provider does. */
export function readRecurrence(block: Block): Recurrence {
  const recurrence: Recurrence = {
    start: block.parse('start', 'a local date and time', (text) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? Temporal.PlainDateTime.from(text) : undefined,
    ),
    duration: block.parse('duration', 'a duration like 30m, 15h, 2d or 1w', readDuration),
    rrule: block.text('rrule'),
  };
  block.done();
  return recurrence;
}

function readDuration(text: string): Temporal.Duration | undefined {
  const [, amount, unit] = /^([1-9]\d*)([mhdw])$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return Temporal.Duration.from({ [UNITS[unit as keyof typeof UNITS]]: Number(amount) });
}
