/** A common beginning of at most this many characters is shown whole. */
const SHORT = 30;
/** Of a longer one at least this many characters stay, from the beginning of a word. */
const LEFT = 16;

/**
 * Two lines from a little before the first character that differs, so that both show their
 * difference even where they are cut.
 * @example
 * differing('Late. Call the desk at once', 'Late. Call the desk') // unchanged: only their first 19 characters are the same
 */
export function differing(one: string, other: string): readonly [one: string, other: string] {
  const [characters, others] = [[...one], [...other]];
  let same = 0;
  while (same < characters.length && characters[same] === others[same]) same += 1;
  if (same <= SHORT) return [one, other];
  const blank = characters.lastIndexOf(' ', same - LEFT);
  const from = blank < 0 ? same - LEFT : blank + 1;
  return [`…${characters.slice(from).join('')}`, `…${others.slice(from).join('')}`];
}
