import { Temporal } from 'temporal-polyfill';
import type { Downtime, Monitor, MonitorStatus, Recurrence } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';
import { DAY, dayOf, weekdayOf } from '../../time/localDay';
import { overlap, type Span } from '../../time/span';
import { asUtc, zoneOffsets } from '../../time/zoneOffsets';
import type { Counting } from '../turns';

/** A time in which a monitor is muted. */
export interface Mute extends Span {
  /** States that notify at its end, unless another mute goes on. */
  readonly told: readonly MonitorStatus[];
  /** Whether it mutes the recovery of an alert from before it, too. */
  readonly mutesFirstRecovery: boolean;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const RULE = new RegExp(
  `^FREQ=(?<frequency>DAILY|WEEKLY);INTERVAL=1(?:;BYDAY=(?<days>${WEEKDAY}(?:,${WEEKDAY})*))?$`,
);

/**
 * The times within a span in which a monitor is muted, in the order of their beginnings.
 * A state notifies at the end of one if it is in `notify_end_states`, and `expired` in
 * `notify_end_types`.
 * @param counting How long an occurrence lasts in which the clocks change. One that would begin
 *   in an hour that they skip begins later by `elapsed`, and is left out by `wall-clock`, as
 *   RFC 5545 has it. Which of the two Datadog does is unknown; check both. @default 'elapsed'
 * @throws DeploymentError for a scope or a recurrence that the rehearsal does not know
 * @see https://docs.datadoghq.com/monitors/downtimes/
 */
export function mutesOf(
  monitor: Monitor,
  downtimes: readonly Downtime[],
  span: Span,
  counting: Counting = 'elapsed',
): Mute[] {
  return downtimes
    .filter((downtime) => holds(downtime, monitor))
    .flatMap((downtime) => {
      const told = downtime.notifyEndTypes.includes('expired') ? downtime.notifyEndStates : [];
      const { mutesFirstRecovery = false } = downtime;
      return windowsOf(downtime, span, counting).map((window) => ({ ...window, told, mutesFirstRecovery }));
    })
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from));
}

function holds({ key, scope, monitors }: Downtime, monitor: Monitor): boolean {
  const isMeant =
    'monitor' in monitors
      ? monitors.monitor === monitor.key
      : monitors.tags.every((tag) => tag === '*' || monitor.tags.includes(tag));
  if (isMeant && scope !== '*') {
    throw new DeploymentError(key, 'scope', 'the rehearsal can only play downtimes with the scope *', scope);
  }
  return isMeant;
}

/**
 * The times within a span in which a downtime is in force, whatever it mutes.
 * @param counting see {@link mutesOf}
 * @throws DeploymentError for a recurrence that the rehearsal does not know
 */
export function windowsOf({ key, time }: Downtime, span: Span, counting: Counting): Span[] {
  if (time.kind === 'once') {
    const window = { from: time.from ?? span.from, until: time.until };
    return overlap(window, span) ? [window] : [];
  }
  return time.recurrences.flatMap((recurrence) =>
    occurrences(key, recurrence, time.timeZone, span, counting),
  );
}

/** Each begins at its local time, and lasts its hours in elapsed or in wall time. */
function occurrences(
  key: string,
  recurrence: Recurrence,
  timeZone: string,
  span: Span,
  counting: Counting,
): Span[] {
  const rule = RULE.exec(recurrence.rrule)?.groups;
  if (rule === undefined) {
    throw new DeploymentError(key, 'rrule', 'the rehearsal cannot play this recurrence', recurrence.rrule);
  }
  const { start } = recurrence;
  const zone = zoneOffsets(timeZone);
  const length = lengthOf(recurrence.duration);
  const ownDay = WEEKDAYS[start.dayOfWeek - 1];
  const days = rule['days']?.split(',') ?? (rule['frequency'] === 'DAILY' ? WEEKDAYS : [ownDay]);
  const first = asUtc(start);
  const found: Span[] = [];
  // A day more on either side: where the clocks go back, a later local time may be an earlier instant.
  const last = zone.localOf(span.until.epochMilliseconds) + DAY;
  const skipped = Math.floor((zone.localOf(span.from.epochMilliseconds - length) - first) / DAY) - 1;
  for (let begin = first + Math.max(skipped, 0) * DAY; begin <= last; begin += DAY) {
    if (!days.includes(WEEKDAYS[weekdayOf(dayOf(begin)) - 1])) continue;
    const from = zone.compatibleInstantOf(begin);
    if (counting === 'wall-clock' && zone.localOf(from) !== begin) continue;
    const until = counting === 'elapsed' ? from + length : zone.compatibleInstantOf(begin + length);
    const window = { from: instantAt(from), until: instantAt(until) };
    if (overlap(window, span)) found.push(window);
  }
  return found;
}

/** In milliseconds; a day is 24 hours. */
function lengthOf({ weeks, days, hours, minutes }: Temporal.Duration): number {
  return (weeks * 7 + days) * DAY + (hours * 60 + minutes) * 60_000;
}

const instantAt = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);
