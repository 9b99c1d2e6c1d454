import pc from 'picocolors';

/** Which of the two outputs is shown in colour. */
export interface Colored {
  readonly out: boolean;
  readonly err: boolean;
}

/** Colours for what must not be overlooked. */
export type Palette = Pick<typeof pc, 'red' | 'yellow'>;

/** No colours. */
export const PLAIN: Palette = pc.createColors(false);

/** The colours of one of the two outputs. */
export function paletteOf({ color }: { readonly color?: Colored }, output: keyof Colored): Palette {
  return color?.[output] === true ? pc.createColors(true) : PLAIN;
}

/**
 * Whether an output is shown in colour: on a terminal that can, unless `NO_COLOR` says no;
 * `FORCE_COLOR` says yes (and `0` no) whatever the output is.
 * @see https://no-color.org
 */
export function isColored(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '', TERM: terminal } = env;
  if (force !== '') return force !== '0' && force !== 'false';
  return isTerminal && no === '' && terminal !== 'dumb';
}

/**
 * Text with some of its words in colour.
 * @example
 * marked('Choo CLASH', CLASH, palette.red)
 */
export function marked(text: string, words: RegExp, paint: (word: string) => string): string {
  return text.replace(words, (word) => paint(word));
}

/** The word by which rosters tell that everybody is away. */
export const CLASH = /\bCLASH\b/g;
