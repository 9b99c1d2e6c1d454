import { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor, MonitorStatus, Recurrence } from '../deployment';
import { DeploymentError } from '../deploymentError';
import type { Span } from '../span';

/** A stretch in which a monitor is silent. */
export interface Mute extends Span {
  /** States that are told at its end, where no other mute goes on. */
  readonly told: readonly MonitorStatus[];
  /** Whether it silences the recovery of what was told before it, too. */
  readonly mutesFirstRecovery: boolean;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY = `(?:${DAYS.join('|')})`;
const RULE = new RegExp(
  `^FREQ=(?<frequency>DAILY|WEEKLY);INTERVAL=1(?:;BYDAY=(?<days>${DAY}(?:,${DAY})*))?$`,
);

/**
 * The stretches of a span in which a monitor is silent, in the order of their beginnings.
 * What is told at the end of one needs a state in `notify_end_states` and `expired` in
 * `notify_end_types`.
 * @throws DeploymentError for a scope or a recurrence that the rehearsal does not know
 * @see https://docs.datadoghq.com/monitors/downtimes/
 */
export function mutesOf(monitor: Monitor, downtimes: readonly Downtime[], span: Span): Mute[] {
  return downtimes
    .filter((downtime) => holds(downtime, monitor))
    .flatMap((downtime) => {
      const told = downtime.notifyEndTypes.includes('expired') ? downtime.notifyEndStates : [];
      const { mutesFirstRecovery = false } = downtime;
      return windowsOf(downtime, span).map((window) => ({ ...window, told, mutesFirstRecovery }));
    })
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from));
}

function holds({ key, scope, monitors }: Downtime, monitor: Monitor): boolean {
  const isMeant =
    'monitor' in monitors
      ? monitors.monitor === monitor.key
      : monitors.tags.every((tag) => tag === '*' || monitor.tags.includes(tag));
  if (isMeant && scope !== '*') {
    throw new DeploymentError(key, 'scope', 'the rehearsal knows downtimes of everything only', scope);
  }
  return isMeant;
}

function windowsOf({ key, time }: Downtime, span: Span): Span[] {
  if (time.kind === 'once') {
    const window = { from: time.from ?? span.from, until: time.until };
    return overlap(window, span) ? [window] : [];
  }
  return time.recurrences.flatMap((recurrence) => occurrences(key, recurrence, time.timeZone, span));
}

/** In local time; an occurrence lasts its hours as time that passes. */
function occurrences(key: string, recurrence: Recurrence, timeZone: string, span: Span): Span[] {
  const rule = RULE.exec(recurrence.rrule)?.groups;
  if (rule === undefined) {
    throw new DeploymentError(key, 'rrule', 'the rehearsal does not know this recurrence', recurrence.rrule);
  }
  const { start } = recurrence;
  const duration = inHours(recurrence.duration);
  const days =
    rule['days']?.split(',') ?? (rule['frequency'] === 'DAILY' ? DAYS : [DAYS[start.dayOfWeek - 1]]);
  const found: Span[] = [];
  const last = dateOf(span.until, timeZone);
  let date = later(dateOf(span.from.subtract(duration), timeZone), start.toPlainDate());
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    if (days.includes(DAYS[date.dayOfWeek - 1])) {
      const from = date.toZonedDateTime({ timeZone, plainTime: start.toPlainTime() }).toInstant();
      const window = { from, until: from.add(duration) };
      if (overlap(window, span)) found.push(window);
    }
    date = date.add({ days: 1 });
  }
  return found;
}

/** An instant takes hours, and no days or weeks. */
function inHours({ weeks, days, hours, minutes }: Temporal.Duration): Temporal.Duration {
  return Temporal.Duration.from({ hours: (weeks * 7 + days) * 24 + hours, minutes });
}

function overlap(a: Span, b: Span): boolean {
  return Temporal.Instant.compare(a.from, b.until) < 0 && Temporal.Instant.compare(b.from, a.until) < 0;
}

function dateOf(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
