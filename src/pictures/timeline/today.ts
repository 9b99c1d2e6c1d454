import type { Temporal } from 'temporal-polyfill';
import { timeText } from '../../time/localTime';
import { encloses } from '../../time/span';
import { element, type Markup } from '../svg';
import type { TimeScale } from '../timeScale';
import type { Timeline } from './model';

/** Closer to an edge than this, in per cent, the label is next to its line, so that it does not leave the picture. */
const EDGE = 15;

/** Room for the label below the rows. */
export const TODAY_HEIGHT = 16;

/** The moment at which the reader is, if it is in the picture. */
export function todayOf({ today, window }: Timeline): Temporal.Instant | undefined {
  return today && encloses(window, { from: today, until: today }) ? today : undefined;
}

/** The line of a moment through the rows of an office. */
export function todayLine(at: Temporal.Instant, scale: TimeScale, top: number, bottom: number): Markup {
  const x = percent(at, scale);
  return mark(
    scale,
    top,
    bottom - top,
    element('line', { x1: x, x2: x, y1: 0, y2: '100%', class: 'wb-moment' }),
  );
}

/** The label below all lines. */
export function todayLabel(
  at: Temporal.Instant,
  { todayText, offices }: Timeline,
  scale: TimeScale,
  y: number,
): Markup {
  const x = percent(at, scale);
  const place = Number.parseFloat(x);
  const anchor = place < EDGE ? 'start' : place > 100 - EDGE ? 'end' : 'middle';
  return mark(
    scale,
    y,
    TODAY_HEIGHT,
    element('title', {}, timeText(at, offices[0]?.timeZone ?? 'UTC')),
    element('text', { x, y: 12, 'text-anchor': anchor, class: 'wb-small wb-now' }, todayText ?? 'today'),
  );
}

/** Positions are per cent of the window, so that a script can move it without knowing pixels. */
function mark({ left, right }: TimeScale, y: number, height: number, ...content: readonly Markup[]): Markup {
  const box = { x: left, y, width: right - left, height, overflow: 'visible' };
  return element('svg', { ...box, class: 'wb-today' }, ...content);
}

function percent(at: Temporal.Instant, { x, left, right }: TimeScale): string {
  return `${(((x(at) - left) / (right - left)) * 100).toFixed(2)}%`;
}
