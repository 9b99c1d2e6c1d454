/** Days of the week in the order of ISO 8601, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A day of the week: its English name in lower case. */
export type Weekday = (typeof WEEKDAYS)[number];

/** ISO number of a weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: Weekday): number {
  return WEEKDAYS.indexOf(day) + 1;
}
