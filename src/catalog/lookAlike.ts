import unhomoglyph from 'unhomoglyph';
import { INVISIBLE } from '../text/visible';

/**
 * Whether two names can be taken for each other on a telephone at three in the morning: equal
 * letters, letters that are drawn alike in any script (UTS #39, also `0` and `O`, `1` and `l`,
 * `rn` and `m`), in whatever width and case, whatever blanks are between them, with or without
 * characters that are not seen.
 *
 * A letter with an accent is a letter of its own: Jose and José are two people's real names, and
 * whoever reads them sees which one it is.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function lookAlike(one: string, other: string): boolean {
  const looks = looksOf(other);
  return looksOf(one).some((look) => looks.includes(look));
}

/** What a name looks like, as it is written and in small letters; two that share one of them look alike. */
export function looksOf(name: string): readonly string[] {
  const text = name.replace(/\s+/gu, ' ').trim();
  // Folded before, for letters that are alike as capitals only, and after: 0 is drawn like O, hence like o.
  const folded = skeleton(text.normalize('NFKC').toLowerCase()).toLowerCase();
  return [`as written ${skeleton(text)}`, `folded ${folded}`];
}

/** The skeleton of UTS #39: equal for texts that are drawn alike. */
function skeleton(text: string): string {
  const seen = text.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return unhomoglyph(seen).normalize('NFD');
}

/**
 * The first character in which a name parts from one that it looks like.
 * @example
 * // '"С" (U+0421) where that one has "C" (U+0043)'
 */
export function differenceText(name: string, other: string): string {
  const [own, others] = [[...name], [...other]];
  const at = own.findIndex((character, index) => character !== others[index]);
  const index = at < 0 ? own.length : at;
  const [here, there] = [own[index], others[index]];
  const has = here === undefined ? 'ends' : characterText(here);
  return `${has} where that one ${there === undefined ? 'ends' : `has ${characterText(there)}`}`;
}

function characterText(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const isSeen = !INVISIBLE.test(character) && !/\s|\p{M}/u.test(character);
  return isSeen ? `"${character}" (U+${number})` : `U+${number}`;
}
