import { Temporal } from 'temporal-polyfill';
import { type Catalog, WEEKDAYS } from '../catalog';
import { holidayDays } from './holidayCalendar';
import { horizonOf } from './planningWindow';

/**
 * Days of the working week that are holidays or replacement days, by date, from
 * the local day of `asOf` until the horizon: when office hours are not kept.
 */
export function workingDayHolidays(catalog: Catalog, asOf: Temporal.Instant): readonly Temporal.PlainDate[] {
  const { organization, holidays } = catalog;
  const { timeZone, workingWeek } = organization;
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const [first, end] = [dateOf(asOf), dateOf(horizonOf(asOf, organization))];
  return holidayDays(holidays, organization)
    .map((day) => day.date)
    .filter(
      (date) => Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, end) < 0,
    )
    .filter((date) => workingWeek.some((weekday) => weekday === WEEKDAYS[date.dayOfWeek - 1]));
}
