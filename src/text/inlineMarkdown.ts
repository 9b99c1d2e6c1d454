import { visible } from './visible';

/** Letters, digits and marks without a meaning in Markdown, in HTML and on GitHub. */
const PLAIN = /^[\p{L}\p{M}\p{N} .,;:'"\u2019()/+%?!→–…_-]*$/u;
/** Combinations of them that have one: links, emoji, issues, commits, emphasis, lists. */
const MEANING =
  /:\/\/|www\.|:(?!\d\d:)[\w+-]+:|\bGH-\d|(?<![\p{L}\p{N}])[0-9a-f]{7,40}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^\s*([-+]|\d+[.)])(\s|$)/iu;

/** Longest text, in characters. */
const MAX_LENGTH = 400;

/**
 * Text from the data made inert for one line of Markdown or HTML, also inside a table: it
 * notifies nobody, links nowhere and reads as written. Anything with a possible meaning becomes
 * code, with each mark as a numeric entity. Text longer than 400 characters is shortened.
 * @example
 * inline('Aidil') // 'Aidil'
 * inline('ask @all') // '<code>ask &#64;all</code>'
 */
export function inline(text: string): string {
  const characters = [...visible(text)];
  const line =
    characters.length <= MAX_LENGTH
      ? characters.join('')
      : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
  if (PLAIN.test(line) && !MEANING.test(line)) return line;
  const inert = line.replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0) ?? 32};`);
  return `<code>${inert}</code>`;
}
