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
  if (width >= HOURS) return clockTicks(scale, days, width, timeZone);
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

/** Steps of clock times in minutes, and the room that one clock time needs. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 180, 360];
const CLOCK = 40;

function clockTicks(
  scale: TimeScale,
  days: readonly Temporal.ZonedDateTime[],
  width: number,
  timeZone: string,
): Ticks {
  const step = STEPS.find((minutes) => (width * minutes) / (24 * 60) >= CLOCK) ?? 360;
  const clocks = days.flatMap((day) => {
    const found: Temporal.Instant[] = [];
    for (let minute = 0; minute < 24 * 60; minute += step) {
      const at = day.with({ hour: Math.floor(minute / 60), minute: minute % 60 }).toInstant();
      if (isWithin(scale, at)) found.push(at);
    }
    return found;
  });
  return {
    upper: days.map((day) => ({ at: startIn(scale, day), text: dateText(day) })),
    lower: clocks.map((at) => ({ at, text: clockText(at, timeZone) })),
    grid: clocks,
  };
}

function isWithin({ span }: TimeScale, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(span.from, at) <= 0 && Temporal.Instant.compare(at, span.until) < 0;
}

/** The start of a day; of one that has begun before the picture, the start of the picture. */
function startIn({ span }: TimeScale, day: Temporal.ZonedDateTime): Temporal.Instant {
  const start = day.toInstant();
  return Temporal.Instant.compare(start, span.from) < 0 ? span.from : start;
}
