import { Temporal } from 'temporal-polyfill';
import { isBefore, type Span } from '../../time/span';
import { type RecurrenceRule, recurrenceRule } from './recurrenceRule';
import type { DdDowntime, DdRecurrence, DdRecurring } from './state';

/** Status of a downtime, in Datadog's words. */
export type DowntimeStatus = 'scheduled' | 'active' | 'ended' | 'canceled';

/** The status of a downtime at an instant. */
export function downtimeStatus({ schedule, canceled }: DdDowntime, now: Temporal.Instant): DowntimeStatus {
  if (canceled !== null) return 'canceled';
  if ('recurrences' in schedule) {
    const current = currentWindow(schedule, now);
    return current === undefined || isBefore(now, current.from) ? 'scheduled' : 'active';
  }
  if (isBefore(now, Temporal.Instant.from(schedule.start))) return 'scheduled';
  const hasEnded = schedule.end !== null && !isBefore(now, Temporal.Instant.from(schedule.end));
  return hasEnded ? 'ended' : 'active';
}

/**
 * The occurrence that is under way, otherwise the next one.
 * @returns undefined for rules other than of days and weeks, which the sandbox does not evaluate
 */
export function currentWindow(
  { timezone, recurrences }: DdRecurring,
  now: Temporal.Instant,
): Span | undefined {
  const windows = recurrences.map((recurrence) => nextWindow(recurrence, timezone, now));
  const [first, ...others] = windows.filter((window) => window !== undefined);
  return others.reduce((best, each) => (best && isBefore(each.from, best.from) ? each : best), first);
}

function nextWindow(
  { start, duration, rrule }: DdRecurrence,
  zone: string,
  now: Temporal.Instant,
): Span | undefined {
  const rule = recurrenceRule(rrule);
  if (!rule.isPlain || !['DAILY', 'WEEKLY'].includes(rule.frequency)) return undefined;
  const first = Temporal.PlainDateTime.from(start);
  const length = lengthOf(duration);
  // The earliest day on which an occurrence that has not ended can have begun.
  const earliest = now.subtract(length).toZonedDateTimeISO(zone).toPlainDate();
  let day = Temporal.PlainDate.compare(earliest, first.toPlainDate()) > 0 ? earliest : first.toPlainDate();
  const last = day.add({ days: 7 * (rule.interval + 1) });
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (falls(rule, first.toPlainDate(), day)) {
      const from = day.toZonedDateTime({ timeZone: zone, plainTime: first.toPlainTime() }).toInstant();
      const until = from.add(length);
      if (isBefore(now, until)) return { from, until };
    }
    day = day.add({ days: 1 });
  }
  return undefined;
}

/** Whether a rule that begins on a day falls on another. */
function falls(rule: RecurrenceRule, first: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  if (rule.days?.includes(day.dayOfWeek) === false) return false;
  if (rule.frequency === 'DAILY') return first.until(day).total('days') % rule.interval === 0;
  if (rule.days === undefined && day.dayOfWeek !== first.dayOfWeek) return false;
  const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });
  return (monday(first).until(monday(day)).total('days') / 7) % rule.interval === 0;
}

/** A duration in elapsed time: a day is 24 hours. */
function lengthOf(duration: string): Temporal.Duration {
  const count = Number(duration.slice(0, -1));
  const minutes = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 }[duration.slice(-1)] ?? 0;
  return Temporal.Duration.from({ minutes: count * minutes });
}
