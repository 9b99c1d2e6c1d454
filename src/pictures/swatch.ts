import type { Look } from './people';
import { element, type Markup } from './svg';

/** Where something is drawn. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A person's colour and pattern in a box. */
export function swatch(picture: string, look: Look, box: Box): Markup[] {
  const parts = [element('rect', { ...box, rx: 3, fill: look.fill, class: 'wb-bar' })];
  if (look.mark !== 'plain') parts.push(patterned(picture, look.mark, box));
  return parts;
}

/** A person's colour, pattern and initials. */
export function badge(picture: string, look: Look, box: Box): Markup[] {
  const middle = { x: box.x + box.width / 2, y: box.y + 12, 'text-anchor': 'middle' };
  const label = element('text', { ...middle, class: 'wb-small wb-label' }, look.initials);
  return [...swatch(picture, look, box), label];
}

/** A pattern over a box. */
export function patterned(picture: string, pattern: string, box: Box): Markup {
  return element('rect', { ...box, rx: 3, fill: `url(#${picture}-${pattern})` });
}

/** A sign that something is wrong: a triangle with an exclamation mark, 12 units wide. */
export function warningSign(x: number, y: number): Markup {
  return element('path', {
    d: `M${(x + 6).toFixed(2)} ${y}l6 11h-12zm-.8 3.6v3.4h1.6v-3.4zm0 4.4v1.5h1.6v-1.5z`,
    'fill-rule': 'evenodd',
    class: 'wb-sign',
  });
}
