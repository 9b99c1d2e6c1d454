import { slug } from 'github-slugger';
import { isAlertId } from '../schema/alertId';

/** The heading whose anchor an id is; undefined where words alone do not make it. */
export function headingOf(id: string): string | undefined {
  const words = id.replaceAll('-', ' ');
  return slug(words) === id && words.trim() === words ? capital(words) : undefined;
}

/**
 * A heading with the words of another, and an anchor that can be an alert rule's id.
 * @returns undefined where it has no word
 * @example
 * plainHeading('⏰ __late__ & wrong') // { heading: 'Late wrong', id: 'late-wrong' }
 */
export function plainHeading(text: string): { heading: string; id: string } | undefined {
  const words = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}_-]|\p{Variation_Selector}|_{2,}/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[-_\p{M}]+|[-_]+$/gu, ''))
    .filter((word) => word !== '');
  let heading = '';
  for (const word of words) {
    const longer = heading === '' ? capital(word) : `${heading} ${word}`;
    if (isAlertId(slug(longer))) heading = longer;
  }
  return heading === '' ? undefined : { heading, id: slug(heading) };
}

function capital(words: string): string {
  const [first = ''] = words;
  const upper = first.toUpperCase();
  return upper.toLowerCase() === first ? upper + words.slice(first.length) : words;
}
