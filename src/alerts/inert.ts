import { EACH_INVISIBLE } from '../text/visible';

/**
 * Text from the data, made safe for a Datadog message or name: it notifies nobody,
 * executes nothing and is shown as written.
 *
 * - `@` becomes `(at)`: Datadog notifies every `@word` of a message. Unlike a
 *   look-alike such as the full-width sign, it reads well in mail and on the phone,
 *   where PagerDuty speaks the text, and no Unicode normalization turns it back.
 * - Every brace becomes a parenthesis, single ones too, so that adjacent pieces
 *   cannot form `{{`; Terraform's `${` and `%{` are gone as well.
 * - Brackets, angle brackets, backquotes and HTML entities lose their meaning in
 *   Markdown, so that no link can hide its target; so do the marks that start a
 *   heading, a list or a fence at the start of a text, and `%%%`, which ends
 *   Markdown in Datadog.
 * - Control, bidirectional and other invisible characters are removed, except
 *   joiners that some scripts need; white space becomes a single blank.
 *
 * The result has no line breaks and no leading or trailing white space.
 * @see https://docs.datadoghq.com/monitors/notify/variables/
 * @example
 * inert('ask @all, then {{#is_alert}} [here](https://x.example)')
 * // 'ask (at)all, then ((#is_alert)) (here)(https://x.example)'
 */
export function inert(text: string): string {
  let result = text
    .replace(/[\s\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(EACH_INVISIBLE, '');
  for (const [pattern, replacement] of REPLACEMENTS) {
    result = result.replace(pattern, replacement);
  }
  return result.replace(/ +/g, ' ').trim();
}

/**
 * A line of code, made inert in the same way; leading white space and signs stay, because
 * they mean something in code.
 */
export function inertCode(line: string): string {
  const spaced = line.replace(/[\r\n\p{Zl}\p{Zp}]+/gu, ' ').replace(/\t/g, '  ');
  return REPLACEMENTS.slice(0, -1)
    .reduce(
      (text, [pattern, replacement]) => text.replace(pattern, replacement),
      spaced.replace(/\s/g, ' ').replace(LONE_SURROGATE, '\ufffd').replace(EACH_INVISIBLE, ''),
    )
    .trimEnd();
}

/**
 * Inert text of at most `length` UTF-16 units. A longer text is cut, if possible after a
 * whole word, and ends in an ellipsis.
 * @example
 * inertCut('start the run again', 12) // 'start the…'
 */
export function inertCut(text: string, length: number): string {
  const safe = inert(text);
  if (safe.length <= length) {
    return safe;
  }
  const head = safe.slice(0, length - 1);
  const word = head.lastIndexOf(' ');
  const kept = word > length / 2 ? head.slice(0, word) : head.replace(LONE_SURROGATE, '');
  return `${kept.trimEnd()}…`;
}

/** Half of a surrogate pair, which is not a character. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** In this order; full-width and small forms too, because a later normalization would restore the sign. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/[@＠﹫]/g, '(at)'],
  [/[{[｛﹛]/g, '('],
  [/[}\]｝﹜]/g, ')'],
  [/</g, '‹'],
  [/>/g, '›'],
  [/`/g, "'"],
  // Handlebars reads a backslash before a template tag as an escape.
  [/\\/g, '＼'],
  [/&(?=#?\w+;)/g, '& '],
  [/%{3,}/g, '%'],
  [/~{2,}/g, '~'],
  [/^[\s#*+=|-]+(?=\s)/g, ''],
];
