import { slug } from 'github-slugger';
import { isAlertId } from '../schema/alertId';

/** A heading whose anchor is the id; undefined if words alone cannot produce it. */
export function headingOf(id: string): string | undefined {
  const words = id.replaceAll('-', ' ');
  return slug(words) === id && words.trim() === words ? capital(words) : undefined;
}

/**
 * A heading with the same words, and an anchor that can be the id of an alert rule.
 * @returns undefined if it has no words
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
