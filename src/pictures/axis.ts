import { fitted } from './measure';
import { element, type Markup } from './svg';
import { type Tick, ticksOf } from './ticks';
import type { TimeScale } from './timeScale';

/** Height of the two lines of an axis. */
export const AXIS_HEIGHT = 34;

const SMALL = { size: 11 };

/** The two lines of dates above the rows. */
export function axisLabels(scale: TimeScale, timeZone: string, y: number): Markup[] {
  const { upper, lower } = ticksOf(scale, timeZone);
  return [
    ...labels(scale, upper, y + 11, 'wb-small wb-ink'),
    ...labels(scale, lower, y + 27, 'wb-small wb-quiet'),
  ];
}

/** Lines at the moments that have a label. */
export function gridLines(scale: TimeScale, timeZone: string, y: number, height: number): Markup[] {
  return ticksOf(scale, timeZone)
    .grid.map(scale.x)
    .filter((x) => x >= scale.left && x <= scale.right)
    .map((x) => element('path', { d: `M${x.toFixed(2)} ${y}v${height}`, class: 'wb-grid' }));
}

/** Each label begins at its moment; one that has no room before the next one is left out. */
function labels(scale: TimeScale, ticks: readonly Tick[], y: number, style: string): Markup[] {
  return ticks.flatMap(({ at, text }, index) => {
    const x = scale.x(at);
    const next = ticks[index + 1];
    const room = (next === undefined ? scale.right : scale.x(next.at)) - x - 6;
    const shows = x >= scale.left && x < scale.right && fitted(text, room, SMALL) === text;
    return shows ? [element('text', { x: x + 2, y, class: style }, text)] : [];
  });
}
