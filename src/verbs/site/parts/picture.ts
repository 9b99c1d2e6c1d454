import type { PictureOptions } from '../../../pictures/picture';
import { Html, html } from '../html/html';

/** Widths of the two pictures: that of a page on a desk, and that of a phone. */
export const WIDE = 1176;
export const NARROW = 358;

/**
 * A picture in two widths, of which a page shows the one that fits. The other is nothing to
 * screen readers either, but for what is said of both.
 * @param id begins the ids in both
 * @param draw what makes SVG text of what it is given
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
