import { fitted, widthOf } from './measure';
import { element, type Markup } from './svg';
import type { Box } from './swatch';

/** An entry of a legend. */
export interface LegendEntry {
  readonly text: string;
  /** Draws the sign in front of the text. */
  readonly sign: (box: Box) => readonly Markup[];
}

const SIGN = { width: 26, height: 16 };
const LINE = 24;
const GAP = 18;
const TEXT = { size: 12 };

/** The entries one after another, in as many lines as they need. */
export function legend(
  entries: readonly LegendEntry[],
  left: number,
  right: number,
  top: number,
): { readonly parts: readonly Markup[]; readonly height: number } {
  let x = left;
  let y = top;
  const parts: Markup[] = [];
  for (const { text, sign } of entries) {
    const room = right - left - SIGN.width - 6;
    const shown = fitted(text, room, TEXT) ?? '…';
    const width = SIGN.width + 6 + widthOf(shown, TEXT);
    if (x > left && x + width > right) {
      x = left;
      y += LINE;
    }
    parts.push(
      element(
        'g',
        {},
        ...(shown === text ? [] : [element('title', {}, text)]),
        ...sign({ x, y, ...SIGN }),
        element('text', { x: x + SIGN.width + 6, y: y + 12, class: 'wb-quiet' }, shown),
      ),
    );
    x += width + GAP;
  }
  return { parts, height: entries.length === 0 ? 0 : y + LINE - top };
}
