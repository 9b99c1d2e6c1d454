import type { PictureOptions } from '../../../pictures/picture';
import { Html, html } from '../html/html';

/** Widths of the two pictures, for a page on a desktop and on a phone. */
export const WIDE = 1176;
export const NARROW = 358;

/**
 * A picture in two widths, of which a page shows the one that fits. Screen readers skip the other one,
 * too, except for the description that both share.
 * @param id the prefix of the ids in both
 * @param draw draws the picture with the given options, as SVG text
 */
export function picturePart(
  id: string,
  draw: (options: PictureOptions) => string,
  { wide = WIDE, narrow = NARROW }: { readonly wide?: number; readonly narrow?: number } = {},
): Html {
  const at = (size: string, width: number, more: PictureOptions = {}) =>
    html`<div class="picture ${size}">${new Html(draw({ id: `${id}-${size}`, width, standalone: false, ...more }))}</div>`;
  return html`${at('desk', wide)}${at('phone', narrow, { describedBy: `${id}-desk-desc` })}`;
}
