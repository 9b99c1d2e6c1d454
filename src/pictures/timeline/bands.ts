import type { Temporal } from 'temporal-polyfill';
import { fitted } from '../measure';
import { element, type Markup } from '../svg';
import { daysOf } from '../ticks';
import type { TimeScale } from '../timeScale';
import type { TimelineHoliday, TimelineOffice } from './model';

/** A day off of an office, without weekends that are holidays. */
interface DayOff {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** Names of the holidays, if it is one. */
  readonly holiday: string | undefined;
}

/** A day off in the picture, from edge to edge. */
interface Band extends Pick<DayOff, 'holiday'> {
  readonly x: number;
  readonly width: number;
}

/** The holidays of an office that are in the picture. */
export function holidaysIn(scale: TimeScale, office: TimelineOffice): readonly TimelineHoliday[] {
  const dates = new Set(daysOf(scale, office.timeZone).map(dateKey));
  return office.holidays.filter(({ date }) => dates.has(dateKey(date)));
}

/** True if a day outside the working week is in the picture. */
export function hasWeekend(scale: TimeScale, office: TimelineOffice): boolean {
  return daysOff(scale, office).some(({ holiday }) => holiday === undefined);
}

/** Weekends and holidays behind the rows. */
export function bands(scale: TimeScale, office: TimelineOffice, y: number, height: number): Markup[] {
  return bandsOf(scale, office).map(({ x, width, holiday }) => {
    const style = holiday === undefined ? 'wb-weekend' : 'wb-holiday';
    return element('rect', { x, y, width, height, class: style });
  });
}

/** The fewest characters of a name, with the ellipsis, that are shown: fewer would tell nothing more than the band does. */
const LEAST = 5;

/** The names of holidays, each from its day on as far as there is room. */
export function holidayNames(scale: TimeScale, office: TimelineOffice, y: number): Markup[] {
  const named = bandsOf(scale, office).filter(({ holiday }) => holiday !== undefined);
  return named.flatMap(({ x, holiday = '' }, index) => {
    const room = (named[index + 1]?.x ?? scale.right) - x - 4;
    const text = fitted(holiday, room, { size: 11 });
    const label = element('text', { x: x + 2, y, class: 'wb-small wb-ink' }, text ?? '');
    const isLegible = text === holiday || (text?.length ?? 0) >= LEAST;
    return !isLegible ? [] : [element('g', {}, element('title', {}, holiday), label)];
  });
}

function bandsOf(scale: TimeScale, office: TimelineOffice): Band[] {
  return daysOff(scale, office).map(({ from, until, holiday }) => {
    const x = Math.max(scale.x(from), scale.left);
    return { x, width: Math.min(scale.x(until), scale.right) - x, holiday };
  });
}

function daysOff(scale: TimeScale, { timeZone, weekend, holidays }: TimelineOffice): DayOff[] {
  const names = new Map<number, string>();
  for (const { date, name } of holidays) {
    const before = names.get(dateKey(date));
    names.set(dateKey(date), before === undefined ? name : `${before}, ${name}`);
  }
  return daysOf(scale, timeZone).flatMap((day): DayOff[] => {
    const holiday = names.get(dateKey(day));
    if (holiday === undefined && !weekend.includes(day.dayOfWeek)) return [];
    return [{ from: day.from, until: day.until, holiday }];
  });
}

/** A date as one number, by which it is found. */
function dateKey({ year, month, day }: Pick<Temporal.PlainDate, 'year' | 'month' | 'day'>): number {
  return (year * 12 + month) * 31 + day;
}
