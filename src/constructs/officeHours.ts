import { Temporal } from 'temporal-polyfill';

/** Days of the week by their ISO number: 1 is Monday, 7 is Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When people are at work, in local time. */
export interface OfficeHours {
  /** Days on which people are at work, at least one. */
  readonly workingWeek: readonly IsoWeekday[];
  /** When work begins. */
  readonly from: Temporal.PlainTime;
  /** When it ends; later than `from`. */
  readonly until: Temporal.PlainTime;
}

/** A piece of the time outside office hours that recurs every week. */
export interface OffHours {
  /** Days on which it begins, Monday first. */
  readonly days: readonly IsoWeekday[];
  /** When it begins, local. */
  readonly at: Temporal.PlainTime;
  /** Wall-clock length, whole minutes. */
  readonly length: Temporal.Duration;
}

const ICALENDAR_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The times outside office hours, one for each distinct length. Each begins on a working
 * day when office hours end and lasts until office hours of the next working day begin,
 * when somebody is there to read what is still broken.
 * @example
 * // Monday to Friday, 09:00 to 18:00
 * offHours(hours) // [{ days: [1, 2, 3, 4], at: 18:00, length: PT15H }, { days: [5], at: 18:00, length: PT63H }]
 */
export function offHours(hours: OfficeHours): OffHours[] {
  const week = [...new Set(hours.workingWeek)].sort((a, b) => a - b);
  const overnight = hours.from.since(hours.until).total('minutes');
  return grouped(
    week.map((day, index) => {
      const next = week[(index + 1) % week.length] ?? day;
      const daysBetween = (next - day + 7) % 7 || 7;
      return { day, at: hours.until, minutes: daysBetween * DAY + overnight };
    }),
  );
}

/** Merges pieces that differ only in their day, in the order of their first days. */
export function grouped(
  pieces: readonly { readonly day: IsoWeekday; readonly at: Temporal.PlainTime; readonly minutes: number }[],
): OffHours[] {
  const groups = new Map<string, { days: IsoWeekday[]; at: Temporal.PlainTime; length: Temporal.Duration }>();
  for (const { day, at, minutes } of pieces) {
    const key = `${at} ${minutes}`;
    const group = groups.get(key) ?? { days: [], at, length: Temporal.Duration.from({ minutes }) };
    groups.set(key, { ...group, days: [...group.days, day].sort((a, b) => a - b) });
  }
  return [...groups.values()];
}

const DAY = 24 * 60;

/**
 * The recurrence rule of a piece.
 * @example
 * weeklyRule([1, 2]) // 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU'
 */
export function weeklyRule(days: readonly IsoWeekday[]): string {
  return `FREQ=WEEKLY;INTERVAL=1;BYDAY=${days.map((day) => ICALENDAR_DAYS[day - 1]).join(',')}`;
}

/**
 * A length as Datadog writes it: whole hours if possible, otherwise minutes.
 * @example
 * downtimeLength(Temporal.Duration.from({ minutes: 900 })) // '15h'
 */
export function downtimeLength(length: Temporal.Duration): string {
  const minutes = length.total('minutes');
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** The first date-time at or after `earliest` with a time of day, on one of the days; local. */
export function firstOffHours(
  days: readonly IsoWeekday[],
  at: Temporal.PlainTime,
  earliest: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  let candidate = earliest.toPlainDate().toPlainDateTime(at);
  while (
    !days.includes(candidate.dayOfWeek as IsoWeekday) ||
    Temporal.PlainDateTime.compare(candidate, earliest) < 0
  ) {
    candidate = candidate.add({ days: 1 });
  }
  return candidate;
}
