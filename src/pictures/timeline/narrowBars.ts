import { lookOf } from '../people';
import { element, type Markup } from '../svg';
import type { Box } from '../swatch';
import { type BarContext, peopleOf, STRIP } from './bar';
import { type Run, runText } from './runs';

/** A run as one shape, labelled with who it is, and from when until when in local time of `timeZone`. */
export function narrowBars(
  run: Run,
  boxes: readonly Box[],
  { picture, looks, timeZone }: BarContext & { readonly timeZone: string },
): Markup {
  const { onDuty, rostered, reason } = run[0];
  const { fill, mark } = lookOf(looks, onDuty);
  const d = boxes.map(outline).join('');
  const over = (pattern: string) => element('path', { d, fill: `url(#${picture}-${pattern})` });
  return element(
    'g',
    { 'data-people': peopleOf(run[0]) },
    element('title', {}, runText(run, looks, timeZone)),
    element('path', { d, fill, class: 'wb-bar' }),
    ...(mark === 'plain' ? [] : [over(mark)]),
    ...(reason === 'cover'
      ? [
          over('hatch'),
          element('path', { d: boxes.map(strip).map(outline).join(''), fill: lookOf(looks, rostered).fill }),
        ]
      : []),
  );
}

/** Whose turn it is, as in a single bar. */
function strip({ x, y, width, height }: Box): Box {
  return { x, y: y + height - STRIP, width, height: STRIP };
}

function outline({ x, y, width, height }: Box): string {
  const across = width.toFixed(1);
  return `M${x.toFixed(1)} ${y}h${across}v${height}h-${across}z`;
}
