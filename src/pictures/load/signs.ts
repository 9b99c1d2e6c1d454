import { NOBODY } from '../palette';
import { element, type Markup } from '../svg';
import { type Box, patterned } from '../swatch';

/** Own turns in the legend. */
export function ownSign(box: Box): Markup[] {
  return [element('rect', { ...box, rx: 3, fill: NOBODY, class: 'wb-bar' })];
}

/** Covers for others in the legend. */
export function coverSign(picture: string, box: Box): Markup[] {
  return [...ownSign(box), patterned(picture, 'hatch', box)];
}

/** Covers by others in the legend. */
export function takenSign(box: Box): Markup[] {
  return [element('rect', { ...box, rx: 3, class: 'wb-taken' })];
}
