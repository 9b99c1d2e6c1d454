/** Fillers that Unicode counts as letters or marks, and that show nothing. */
const FILLERS = '\\u{34F}\\u{115F}\\u{1160}\\u{2800}\\u{3164}\\u{FFA0}';

/**
 * What a joiner (U+200C, U+200D) may join: letters and marks of scripts that use joiners, and
 * emoji. In other scripts it would make two different names look the same.
 */
const JOINED = `(?:(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}${FILLERS}])[\\p{L}\\p{M}]|\\p{Extended_Pictographic}|\\p{Emoji_Modifier})`;

/**
 * The only list of characters that nobody can see and that change how text is read:
 * control, format (bidi, zero width), line and paragraph separators, surrogates, private
 * use, noncharacters, and blanks that Unicode counts as letters. Joiners within a word or
 * an emoji are not among them.
 */
export const INVISIBLE = new RegExp(
  `(?!(?<=${JOINED})[\\u{200C}\\u{200D}](?=${JOINED}))(?:[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Noncharacter_Code_Point}${FILLERS}])`,
  'u',
);

/** Each of those in a text; Unicode's classes take a millisecond to compile, so all that replaces them shares this. */
export const EACH_INVISIBLE = new RegExp(INVISIBLE.source, 'gu');

/** Those, and blanks that look like plain spaces. */
const UNSEEN = new RegExp(`${INVISIBLE.source}|[^\\S ]`, 'gu');

/** Most texts, quickly: no letter beyond ASCII, and nothing that is not seen. */
const PLAIN = /^[ -~]*$/;

/** Longest rendering of a value, in characters. */
const MAX_SHOWN = 60;

/** Writes invisible characters, and blanks other than plain spaces, as `\u{…}`, so that no terminal obeys them. */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSEEN, codePoint);
}

/** The escape of a character, e.g. `\u{202e}`. */
export function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A value as diagnostics show it: quoted as in JSON, everything visible, cut to 60 characters. */
export function shown(value: unknown): string {
  const short = typeof value === 'string' ? value.slice(0, 2 * MAX_SHOWN) : value;
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(short) ?? String(value));
  const characters = [...visible(json)];
  if (characters.length <= MAX_SHOWN) return characters.join('');
  return `${characters.slice(0, MAX_SHOWN - 1).join('')}…`;
}
