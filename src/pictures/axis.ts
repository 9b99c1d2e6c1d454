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

function labels(scale: TimeScale, ticks: readonly Tick[], y: number, style: string): Markup[] {
  const marks = ticks.map(({ at, text }) => ({ x: scale.x(at), text }));
  return axisTexts(
    marks.filter(({ x }) => x >= scale.left && x < scale.right),
    scale.right,
    y,
    style,
  );
}

/** Labels that start at their moments; one without room before the next is left out. */
export function axisTexts(
  marks: readonly { readonly x: number; readonly text: string }[],
  right: number,
  y: number,
  style: string,
): Markup[] {
  return marks.flatMap(({ x, text }, index) => {
    const room = (marks[index + 1]?.x ?? right + 4) - x - 6;
    if (fitted(text, room, SMALL) !== text) return [];
    return [element('text', { x: x + 2, y, class: style }, text)];
  });
}
