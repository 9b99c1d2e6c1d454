import { columnsOf } from '../text/columns';
import { visible } from '../text/visible';

/**
 * Widths of the characters from space to tilde in hundredths of the font's size: DejaVu Sans, the
 * widest of the fonts that pictures ask for.
 */
const ASCII = [
  32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
  34, 84, 84, 84, 56, 102, 68, 69, 72, 77, 67, 61, 78, 75, 29, 50, 67, 56, 86, 75, 79, 67, 79, 72, 67, 61, 73,
  68, 99, 69, 67, 69, 39, 34, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63,
  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

/** How much wider bold text is. */
const BOLD = 1.2;

/** In such a text each character is a grapheme; to find that out takes longer than to measure it. */
const PLAIN = /^[ -~]*$/;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters of a text as readers count them: an accent or a joined emoji belongs to its letter. */
export function graphemesOf(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
}

/** How text is set. */
export interface Setting {
  /** Size of the font, in units of the picture. */
  readonly size: number;
  /** @default false */
  readonly bold?: boolean;
}

/**
 * The width of a text, in units of the picture; rather too large than too small, because the reader's
 * fonts are unknown.
 */
export function widthOf(text: string, { size, bold = false }: Setting): number {
  const seen = visible(text);
  const characters = PLAIN.test(seen) ? [...seen] : graphemesOf(seen);
  const hundredths = characters.reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
  return ((hundredths * size) / 100) * (bold ? BOLD : 1);
}

function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  const ascii = ASCII[code - 32];
  if (ascii !== undefined) return ascii;
  // A font without the joined emoji, or without the script, draws the parts next to each other.
  const emoji = grapheme.match(/\p{Extended_Pictographic}|\p{Regional_Indicator}/gu)?.length ?? 0;
  if (emoji > 0) return 140 * emoji;
  if (columnsOf(String.fromCodePoint(code)) >= 2) return 105;
  if (/^[\u{a0}-\u{24f}]/u.test(grapheme)) return /^\p{Lu}/u.test(grapheme) ? 107 : 84;
  if (/^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(grapheme)) return 70;
  return 110 + 65 * (grapheme.match(/\p{M}/gu)?.length ?? 0);
}

/**
 * As much of a text as fits into a width, with an ellipsis if something is left out.
 * @returns undefined if not even one character and the ellipsis fit
 */
export function fitted(name: string, width: number, setting: Setting): string | undefined {
  const text = visible(name);
  if (widthOf(text, setting) <= width) return text;
  const graphemes = graphemesOf(text);
  const room = width - widthOf('…', setting);
  let used = 0;
  let count = 0;
  for (const grapheme of graphemes) {
    used += widthOf(grapheme, setting);
    if (used > room) break;
    count += 1;
  }
  return count === 0 ? undefined : `${graphemes.slice(0, count).join('').trimEnd()}…`;
}

/** A text in as many lines as it needs, broken at spaces; the last one allowed is cut. */
export function inLines(text: string, width: number, setting: Setting, most: number): string[] {
  if (widthOf(text, setting) <= width) return [text];
  const words = text.split(' ');
  let count = most === 1 ? 0 : words.length - 1;
  while (count > 0 && widthOf(words.slice(0, count).join(' '), setting) > width) count -= 1;
  if (count === 0) return [fitted(text, width, setting) ?? '…'];
  const rest = words.slice(count).join(' ');
  return [words.slice(0, count).join(' '), ...inLines(rest, width, setting, most - 1)];
}
