import { Temporal } from 'temporal-polyfill';
import { type RecurrenceRule, recurrenceRule } from './recurrenceRule';
import type { DdDowntime, DdRecurrence, DdRecurring } from './state';

/** From an instant until another, excluded. */
export interface Window {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** Where a downtime stands, in Datadog's words. */
export type DowntimeStatus = 'scheduled' | 'active' | 'ended' | 'canceled';

/** Where a downtime stands at an instant. */
export function downtimeStatus({ schedule, canceled }: DdDowntime, now: Temporal.Instant): DowntimeStatus {
  if (canceled !== null) return 'canceled';
  if ('recurrences' in schedule) {
    const current = currentWindow(schedule, now);
    return current !== undefined && Temporal.Instant.compare(current.from, now) <= 0 ? 'active' : 'scheduled';
  }
  if (Temporal.Instant.compare(Temporal.Instant.from(schedule.start), now) > 0) return 'scheduled';
  const hasEnded =
    schedule.end !== null && Temporal.Instant.compare(Temporal.Instant.from(schedule.end), now) <= 0;
  return hasEnded ? 'ended' : 'active';
}

/**
 * The occurrence that is under way, else the next one; none where a rule is more than
 * days and weeks, whose occurrences the sandbox does not work out.
 */
export function currentWindow(
  { timezone, recurrences }: DdRecurring,
  now: Temporal.Instant,
): Window | undefined {
  const windows = recurrences.map((recurrence) => nextWindow(recurrence, timezone, now));
  const [first, ...others] = windows.filter((window) => window !== undefined);
  return others.reduce(
    (best, each) => (best && Temporal.Instant.compare(each.from, best.from) < 0 ? each : best),
    first,
  );
}

function nextWindow(
  { start, duration, rrule }: DdRecurrence,
  zone: string,
  now: Temporal.Instant,
): Window | undefined {
  const rule = recurrenceRule(rrule);
  if (!rule.isPlain || !['DAILY', 'WEEKLY'].includes(rule.frequency)) return undefined;
  const first = Temporal.PlainDateTime.from(start);
  const length = lengthOf(duration);
  // The earliest day on which an occurrence may begin that has not ended yet.
  const earliest = now.subtract(length).toZonedDateTimeISO(zone).toPlainDate();
  let day = Temporal.PlainDate.compare(earliest, first.toPlainDate()) > 0 ? earliest : first.toPlainDate();
  const last = day.add({ days: 7 * (rule.interval + 1) });
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (falls(rule, first.toPlainDate(), day)) {
      const from = day.toZonedDateTime({ timeZone: zone, plainTime: first.toPlainTime() }).toInstant();
      const until = from.add(length);
      if (Temporal.Instant.compare(until, now) > 0) return { from, until };
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

/** A duration as time that passes: a day is 24 hours. */
function lengthOf(duration: string): Temporal.Duration {
  const count = Number(duration.slice(0, -1));
  const minutes = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 }[duration.slice(-1)] ?? 0;
  return Temporal.Duration.from({ minutes: count * minutes });
}
