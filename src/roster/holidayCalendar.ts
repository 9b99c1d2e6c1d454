import { Temporal } from 'temporal-polyfill';
import { type Holiday, isoWeekday, type Organization, WEEKDAYS, type Weekday } from '../catalog';

/** A local day off: a holiday's own day, or the day to which holidays of the rest day move. */
export interface HolidayDay {
  readonly date: Temporal.PlainDate;
  /** The holidays of this day, at least one, in the data's order. */
  readonly holidays: readonly Holiday[];
  /** True on a replacement day, false on the holiday itself. */
  readonly replacement: boolean;
}

/**
 * Every day off that follows from the listed holidays, by date: each holiday's
 * own day, and for those on the rest day a replacement day besides. It is the
 * next day that is no holiday itself, across the year's end too; all holidays
 * of one rest day share it (Malaysia's Holidays Act 1951, section 3).
 *
 * @example
 * // Federal Territory Day and Thaipusam both fall on Sunday 1 February 2026:
 * holidayDays(holidays, 'sunday');
 * // [{ date: 2026-02-01, holidays: [both], replacement: false },
 * //  { date: 2026-02-02, holidays: [both], replacement: true }]
 */
export function holidayDays(holidays: readonly Holiday[], restDay: Weekday): readonly HolidayDay[] {
  const listed = new Map<string, HolidayDay>();
  for (const holiday of holidays) addTo(listed, holiday.date, [holiday], false);

  const replacements = new Map<string, HolidayDay>();
  for (const day of listed.values()) {
    if (day.date.dayOfWeek !== isoWeekday(restDay)) continue;
    let date = day.date.add({ days: 1 });
    while (listed.has(date.toString())) date = date.add({ days: 1 });
    addTo(replacements, date, day.holidays, true);
  }

  return [...listed.values(), ...replacements.values()].sort((a, b) =>
    Temporal.PlainDate.compare(a.date, b.date),
  );
}

/**
 * True where people are at work on a local day: a day of the working week that is no day off.
 * @param days what {@link holidayDays} returned
 */
export function isWorkingDay(
  date: Temporal.PlainDate,
  organization: Organization,
  days: readonly HolidayDay[],
): boolean {
  const worked = organization.workingWeek.some((weekday) => weekday === WEEKDAYS[date.dayOfWeek - 1]);
  return worked && !days.some((day) => day.date.equals(date));
}

function addTo(
  days: Map<string, HolidayDay>,
  date: Temporal.PlainDate,
  holidays: readonly Holiday[],
  replacement: boolean,
): void {
  const key = date.toString();
  const before = days.get(key)?.holidays ?? [];
  days.set(key, { date, holidays: [...before, ...holidays], replacement });
}
