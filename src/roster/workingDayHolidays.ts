import { Temporal } from 'temporal-polyfill';
import type { Office, Organization } from '../catalog';
import { daysOff, isOneOf } from './holidayCalendar';
import { horizonOf } from './planningWindow';

/**
 * Holidays and replacement days within an office's working week, sorted by date, from the local
 * day of `asOf` to the organization's horizon: days without office hours.
 */
export function workingDayHolidays(
  office: Office,
  organization: Organization,
  asOf: Temporal.Instant,
): readonly Temporal.PlainDate[] {
  const { timeZone, workingWeek } = office;
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const [first, end] = [dateOf(asOf), dateOf(horizonOf(asOf, organization))];
  return daysOff(office)
    .map((day) => day.date)
    .filter(
      (date) => Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, end) < 0,
    )
    .filter((date) => isOneOf(workingWeek, date));
}
