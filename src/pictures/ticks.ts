import { Temporal } from 'temporal-polyfill';
import { DAY, dayAt, startOfDay, weekdayOf } from '../time/localDay';
import { clockText, dateText } from '../time/localTime';
import { contains, isBefore, later, type Span } from '../time/span';
import { zoneOffsets } from '../time/zoneOffsets';
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
  /** Days since 1 January 1970. */
  readonly number: number;
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
  let number = dayAt(span.from, timeZone);
  let from = startOfDay(number, timeZone);
  while (isBefore(from, span.until)) {
    const until = startOfDay(number + 1, timeZone);
    const date = new Date(number * DAY);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const isNewYear = month === 1 && day === 1;
    days.push({ year, month, day, dayOfWeek: weekdayOf(number), isNewYear, number, from, until });
    number += 1;
    from = until;
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
  const zone = zoneOffsets(timeZone);
  const clocks = days.flatMap(({ number }) => {
    const found: Temporal.Instant[] = [];
    for (let minute = 0; minute < 24 * 60; minute += step) {
      const local = number * DAY + minute * 60_000;
      const at = Temporal.Instant.fromEpochMilliseconds(zone.compatibleInstantOf(local));
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
