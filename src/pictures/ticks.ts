import { Temporal } from 'temporal-polyfill';
import { clockText, dateText } from '../time/localTime';
import { dayWidth, type TimeScale } from './timeScale';

/** A label on a time axis, at the moment that it names. */
export interface Tick {
  readonly at: Temporal.Instant;
  readonly text: string;
}

/** Two lines of labels, and the lines behind the bars. */
export interface Ticks {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
  readonly grid: readonly Temporal.Instant[];
}

/** Widths of a day from which its hours, its weekday or its number have room. */
const HOURS = 130;
const WEEKDAYS = 44;
const NUMBERS = 18;

/** The local days that touch a span, in order, by their first moments. */
export function daysOf({ span }: TimeScale, timeZone: string): Temporal.ZonedDateTime[] {
  const days: Temporal.ZonedDateTime[] = [];
  let day = span.from.toZonedDateTimeISO(timeZone).startOfDay();
  while (Temporal.Instant.compare(day.toInstant(), span.until) < 0) {
    days.push(day);
    day = day.add({ days: 1 }).startOfDay();
  }
  return days;
}

/** The labels of a time axis: local dates, and hours where days are wide. */
export function ticksOf(scale: TimeScale, timeZone: string): Ticks {
  const days = daysOf(scale, timeZone);
  const width = dayWidth(scale);
  if (width >= HOURS) return hourTicks(scale, days, width, timeZone);
  const months = days.filter(({ day }, index) => index === 0 || day === 1);
  const labelled = width >= NUMBERS ? days : days.filter(({ dayOfWeek }) => dayOfWeek === 1);
  return {
    upper: months.map((day) => ({
      at: startIn(scale, day),
      text: dateText(day).split(' ').slice(2).join(' '),
    })),
    lower: labelled.map((day) => ({
      at: startIn(scale, day),
      text: width >= WEEKDAYS ? dateText(day).split(' ').slice(0, 2).join(' ') : String(day.day),
    })),
    grid: labelled.map((day) => day.toInstant()),
  };
}

function hourTicks(
  scale: TimeScale,
  days: readonly Temporal.ZonedDateTime[],
  width: number,
  timeZone: string,
): Ticks {
  const step = width >= 2 * HOURS ? 3 : 6;
  const hours = days.flatMap((day) => {
    const found: Temporal.Instant[] = [];
    for (let hour = 0; hour < 24; hour += step) found.push(day.with({ hour }).toInstant());
    return found;
  });
  return {
    upper: days.map((day) => ({ at: startIn(scale, day), text: dateText(day) })),
    lower: hours.map((at) => ({ at, text: clockText(at, timeZone) })),
    grid: hours,
  };
}

/** The start of a day; of one that has begun before the picture, the start of the picture. */
function startIn({ span }: TimeScale, day: Temporal.ZonedDateTime): Temporal.Instant {
  const start = day.toInstant();
  return Temporal.Instant.compare(start, span.from) < 0 ? span.from : start;
}
