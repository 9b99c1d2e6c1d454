import type { Temporal } from 'temporal-polyfill';
import { clockText, dateText } from '../time/localTime';
import { contains, isBefore, later, type Span } from '../time/span';
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

/** The widths of a day, in units of the picture, from which its hours, its weekday or its number have room. */
const HOURS = 130;
const WEEKDAYS = 44;
const NUMBERS = 18;
/** The width of a week from which the month of a Monday has room. */
const DATES = 54;

/** A local day. */
export interface Day extends Pick<Temporal.PlainDate, 'year' | 'month' | 'day' | 'dayOfWeek'> {
  readonly isNewYear: boolean;
  readonly start: Temporal.ZonedDateTime;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** One list per span and zone: a site has many pictures of the same weeks. */
const known = new WeakMap<Span, Map<string, readonly Day[]>>();

/** The local days that touch a span, in order. */
export function daysOf({ span }: TimeScale, timeZone: string): readonly Day[] {
  const zones = known.get(span) ?? new Map<string, readonly Day[]>();
  known.set(span, zones);
  const days = zones.get(timeZone) ?? newDays(span, timeZone);
  zones.set(timeZone, days);
  return days;
}

function newDays(span: Span, timeZone: string): readonly Day[] {
  const days: Day[] = [];
  let start = span.from.toZonedDateTimeISO(timeZone).startOfDay();
  while (isBefore(start.toInstant(), span.until)) {
    const next = start.add({ days: 1 }).startOfDay();
    const { year, month, day, dayOfWeek } = start;
    const isNewYear = month === 1 && day === 1;
    const [from, until] = [start.toInstant(), next.toInstant()];
    days.push({ year, month, day, dayOfWeek, isNewYear, start, from, until });
    start = next;
  }
  return days;
}

/** The labels of a time axis: local dates, and hours where days are wide. */
export function ticksOf(scale: TimeScale, timeZone: string): Ticks {
  const days = daysOf(scale, timeZone);
  const width = dayWidth(scale);
  if (width >= HOURS) return clockTicks(scale, days, width, timeZone);
  if (width >= NUMBERS) {
    const upper = days.filter(({ day }, index) => index === 0 || day === 1);
    return dateTicks(scale, [upper, [2, 4]], [days, width >= WEEKDAYS ? [0, 2] : [1, 2]]);
  }
  const mondays = days.filter(({ dayOfWeek }) => dayOfWeek === 1);
  const isYear = 7 * width >= DATES;
  const upper = days.filter(({ day, isNewYear }, index) => index === 0 || (isYear ? isNewYear : day === 1));
  return dateTicks(scale, [upper, isYear ? [3, 4] : [2, 4]], [mondays, isYear ? [1, 3] : [1, 2]]);
}

/** Days, and which of the words of `Mon 7 Dec 2026` they are labelled with. */
type Labelled = readonly [days: readonly Day[], words: readonly [number, number]];

function dateTicks(scale: TimeScale, upper: Labelled, lower: Labelled): Ticks {
  const labels = ([days, words]: Labelled) =>
    days.map((day) => ({
      at: startIn(scale, day),
      text: dateText(day)
        .split(' ')
        .slice(...words)
        .join(' '),
    }));
  return { upper: labels(upper), lower: labels(lower), grid: lower[0].map(({ from }) => from) };
}

/** Steps of clock times in minutes, and the room that one clock time needs. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 180, 360];
const CLOCK = 40;

function clockTicks(scale: TimeScale, days: readonly Day[], width: number, timeZone: string): Ticks {
  const step = STEPS.find((minutes) => (width * minutes) / (24 * 60) >= CLOCK) ?? 360;
  const clocks = days.flatMap(({ start }) => {
    const found: Temporal.Instant[] = [];
    for (let minute = 0; minute < 24 * 60; minute += step) {
      const at = start.with({ hour: Math.floor(minute / 60), minute: minute % 60 }).toInstant();
      if (contains(scale.span, at)) found.push(at);
    }
    return found;
  });
  return {
    upper: days.map((day) => ({ at: startIn(scale, day), text: dateText(day) })),
    lower: clocks.map((at) => ({ at, text: clockText(at, timeZone) })),
    grid: clocks,
  };
}

/** The start of a day; of one that has begun before the picture, the start of the picture. */
function startIn({ span }: TimeScale, { from }: Day): Temporal.Instant {
  return later(from, span.from);
}
