import pc from 'picocolors';

/** Which of the two outputs is in colour. */
export interface Colored {
  readonly out: boolean;
  readonly err: boolean;
}

/** The colours for errors and warnings. */
export type Palette = Pick<typeof pc, 'red' | 'yellow'>;

/** No colours. */
export const PLAIN: Palette = pc.createColors(false);

/** The palette for one of the two outputs. */
export function paletteOf({ color }: { readonly color?: Colored }, output: keyof Colored): Palette {
  return color?.[output] === true ? pc.createColors(true) : PLAIN;
}

/**
 * Whether an output is in colour: on a capable terminal unless `NO_COLOR` is set.
 * `FORCE_COLOR` turns colour on everywhere, `FORCE_COLOR=0` off.
 * @see https://no-color.org
 */
export function isColored(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '', TERM: terminal } = env;
  if (force !== '') return force !== '0' && force !== 'false';
  return isTerminal && no === '' && terminal !== 'dumb';
}

/**
 * Text with matching words in colour.
 * @example
 * marked('Choo CLASH', CLASH, palette.red)
 */
export function marked(text: string, words: RegExp, paint: (word: string) => string): string {
  return text.replace(words, (word) => paint(word));
}

/** How rosters mark a time when everybody is away. */
export const CLASH = /\bCLASH\b/g;
