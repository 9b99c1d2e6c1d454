import { INVISIBLE } from '../text/visible';

/**
 * Unicode's table, by character. The package's own function compiles all of it into one regular
 * expression first, which takes a twentieth of `check`.
 */
const CONFUSABLES: Readonly<Record<string, string>> = require('unhomoglyph/data.json');

/**
 * Whether two names can be mistaken for each other on a phone at three in the morning: the same
 * letters, or letters of any script that look the same (UTS #39; also `0` and `O`, `1` and `l`,
 * `rn` and `m`), regardless of width, case, blanks and invisible characters.
 *
 * Accents make a difference: Jose and José are two people's real names, and readers can tell
 * them apart.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function lookAlike(one: string, other: string): boolean {
  const looks = looksOf(other);
  return looksOf(one).some((look) => looks.includes(look));
}

/** What a name looks like, as written and in lower case; two names that share one of these look alike. */
export function looksOf(name: string): readonly string[] {
  const text = name.replace(/\s+/gu, ' ').trim();
  // Lower case before, for letters that are alike as capitals only, and after: 0 looks like O, hence like o.
  const folded = skeleton(text.normalize('NFKC').toLowerCase()).toLowerCase();
  return [`as written ${skeleton(text)}`, `folded ${folded}`];
}

/** The skeleton of UTS #39: equal for texts that look the same. */
function skeleton(text: string): string {
  const seen = text.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(seen, (character) => CONFUSABLES[character] ?? character)
    .join('')
    .normalize('NFD');
}

/**
 * The first character in which two names that look alike differ.
 * @example
 * // '"С" (U+0421) where the other has "C" (U+0043)'
 */
export function differenceText(name: string, other: string): string {
  const [own, others] = [[...name], [...other]];
  const at = own.findIndex((character, index) => character !== others[index]);
  const index = at < 0 ? own.length : at;
  const [here, there] = [own[index], others[index]];
  const has = here === undefined ? 'ends' : characterText(here);
  return `${has} where the other ${there === undefined ? 'ends' : `has ${characterText(there)}`}`;
}

function characterText(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const isSeen = !INVISIBLE.test(character) && !/\s|\p{M}/u.test(character);
  return isSeen ? `"${character}" (U+${number})` : `U+${number}`;
}
