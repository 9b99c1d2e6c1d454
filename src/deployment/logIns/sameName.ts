/** How a name in PagerDuty compares with the data's. */
export type NameComparison =
  | 'same'
  /** The data's name and more, e.g. a family name. */
  | 'longer'
  | 'other';

/**
 * Compares display names, ignoring case, width, blanks and how accents are encoded.
 * @example
 * compareNames('Spencer', 'Spencer  TAN') // 'longer'
 */
export function compareNames(expected: string, found: string): NameComparison {
  const [words, others] = [wordsOf(expected), wordsOf(found)];
  if (words.join(' ') === others.join(' ')) return 'same';
  return words.length > 0 && words.every((word) => others.includes(word)) ? 'longer' : 'other';
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}
