import { Temporal } from 'temporal-polyfill';
import { fitted } from '../measure';
import { element, type Markup } from '../svg';
import { daysOf } from '../ticks';
import type { TimeScale } from '../timeScale';
import type { TimelineHoliday, TimelineOffice } from './model';

/** A day off in the picture, from edge to edge. */
interface Band {
  readonly x: number;
  readonly width: number;
  /** Names of the holidays, if it is one. */
  readonly holiday: string | undefined;
}

/** The holidays of an office that are in the picture. */
export function holidaysIn(scale: TimeScale, office: TimelineOffice): readonly TimelineHoliday[] {
  const dates = daysOf(scale, office.timeZone).map((day) => day.toPlainDate());
  return office.holidays.filter(({ date }) => dates.some((other) => other.equals(date)));
}

/** True if a day outside the working week is in the picture. */
export function hasWeekend(scale: TimeScale, office: TimelineOffice): boolean {
  return bandsOf(scale, office).some(({ holiday }) => holiday === undefined);
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

function bandsOf(scale: TimeScale, { timeZone, weekend, holidays }: TimelineOffice): Band[] {
  return daysOf(scale, timeZone).flatMap((day): Band[] => {
    const date = day.toPlainDate();
    const names = holidays.filter((holiday) => Temporal.PlainDate.compare(holiday.date, date) === 0);
    if (names.length === 0 && !weekend.includes(date.dayOfWeek)) return [];
    const from = Math.max(scale.x(day.toInstant()), scale.left);
    const until = Math.min(scale.x(day.add({ days: 1 }).startOfDay().toInstant()), scale.right);
    const holiday = names.length === 0 ? undefined : names.map(({ name }) => name).join(', ');
    return [{ x: from, width: until - from, holiday }];
  });
}
