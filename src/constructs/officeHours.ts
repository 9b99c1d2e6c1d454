import { Temporal } from 'temporal-polyfill';

/** Days of the week by their ISO number: 1 is Monday, 7 is Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When people are at work, local. */
export interface OfficeHours {
  /** Days on which people are at work, at least one. */
  readonly workingWeek: readonly IsoWeekday[];
  readonly from: Temporal.PlainTime;
  /** Excluded; later than `from`. */
  readonly until: Temporal.PlainTime;
}

/** One recurring stretch outside office hours: it begins on `days` when office hours end and lasts until they begin again. */
export interface OffHours {
  /** Days on which it begins, Monday first. */
  readonly days: readonly IsoWeekday[];
  /** Wall-clock length, whole minutes. */
  readonly length: Temporal.Duration;
}

const ICALENDAR_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The stretches outside office hours, one for each distinct length: each begins on
 * a working day when office hours end and reaches to the next working day, so that
 * it ends exactly when somebody is there to read what is still broken.
 * @example
 * // Monday to Friday, 09:00 to 18:00
 * offHours(hours) // [{ days: [1, 2, 3, 4], length: PT15H }, { days: [5], length: PT63H }]
 */
export function offHours(hours: OfficeHours): OffHours[] {
  const week = [...hours.workingWeek].sort((a, b) => a - b);
  const byMinutes = new Map<number, IsoWeekday[]>();
  const overnight = hours.from.since(hours.until).total('minutes');
  for (const [index, day] of week.entries()) {
    const next = week[(index + 1) % week.length] ?? day;
    const daysBetween = (next - day + 7) % 7 || 7;
    const minutes = daysBetween * 24 * 60 + overnight;
    byMinutes.set(minutes, [...(byMinutes.get(minutes) ?? []), day]);
  }
  return [...byMinutes].map(([minutes, days]) => ({ days, length: Temporal.Duration.from({ minutes }) }));
}

/**
 * The recurrence rule of an off-hours stretch.
 * @example
 * weeklyRule([1, 2]) // 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU'
 */
export function weeklyRule(days: readonly IsoWeekday[]): string {
  return `FREQ=WEEKLY;INTERVAL=1;BYDAY=${days.map((day) => ICALENDAR_DAYS[day - 1]).join(',')}`;
}

/**
 * A length as Datadog writes it: whole hours where possible, else minutes.
 * @example
 * downtimeLength(Temporal.Duration.from({ minutes: 900 })) // '15h'
 */
export function downtimeLength(length: Temporal.Duration): string {
  const minutes = length.total('minutes');
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** The first local date-time at or after `earliest` on which office hours end on one of the days. */
export function firstOffHours(
  days: readonly IsoWeekday[],
  until: Temporal.PlainTime,
  earliest: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  let candidate = earliest.toPlainDate().toPlainDateTime(until);
  while (
    !days.includes(candidate.dayOfWeek as IsoWeekday) ||
    Temporal.PlainDateTime.compare(candidate, earliest) < 0
  ) {
    candidate = candidate.add({ days: 1 });
  }
  return candidate;
}
