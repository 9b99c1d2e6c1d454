import { INVISIBLE } from '../text/visible';

/**
 * Text from the data, made safe to stand in a Datadog message or name: it
 * notifies nobody, executes nothing and shows what it says.
 *
 * - `@` becomes `(at)`: Datadog notifies every `@word` of a message. Words are
 *   chosen over a look-alike such as the full-width sign, because they read
 *   well in a mail and over the telephone, where PagerDuty speaks the text, and
 *   no normalisation of Unicode turns them back.
 * - Every brace becomes a parenthesis, single ones too: two pieces that meet
 *   cannot make `{{`, and Terraform's `${` and `%{` are gone as well.
 * - Brackets, angle brackets, backticks and HTML entities lose their meaning in
 *   Markdown, so that no link can hide where it goes; so do the marks that
 *   begin a heading, a list or a fence at the start of a text, and `%%%`, with
 *   which Datadog ends Markdown.
 * - Control, bidirectional and other invisible characters go, but for the
 *   joiners that some scripts need; white space becomes one blank.
 *
 * The result has no line break and no white space at its edges.
 * @see https://docs.datadoghq.com/monitors/notify/variables/
 * @example
 * inert('ask @all, then {{#is_alert}} [here](https://x.example)')
 * // 'ask (at)all, then ((#is_alert)) (here)(https://x.example)'
 */
export function inert(text: string): string {
  let result = text
    .replace(/[\s\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(UNSEEN, '');
  for (const [pattern, replacement] of REPLACEMENTS) {
    result = result.replace(pattern, replacement);
  }
  return result.replace(/ +/g, ' ').trim();
}

/**
 * A line of code made inert in the same way; white space and the signs at its beginning
 * stay, since they mean something there.
 */
export function inertCode(line: string): string {
  const spaced = line.replace(/[\r\n\p{Zl}\p{Zp}]+/gu, ' ').replace(/\t/g, '  ');
  return REPLACEMENTS.slice(0, -1)
    .reduce(
      (text, [pattern, replacement]) => text.replace(pattern, replacement),
      spaced.replace(/\s/g, ' ').replace(LONE_SURROGATE, '\ufffd').replace(UNSEEN, ''),
    )
    .trimEnd();
}

/**
 * Inert text of at most `length` UTF-16 units; what is cut off is told by an
 * ellipsis, after a whole word where there is one near.
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

/** All that cannot be seen. */
const UNSEEN = new RegExp(INVISIBLE.source, 'gu');

/** Half of a pair, which is no character. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** In this order; the full-width and small forms go too, lest a later normalisation restore the sign. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/[@＠﹫]/g, '(at)'],
  [/[{[｛﹛]/g, '('],
  [/[}\]｝﹜]/g, ')'],
  [/</g, '‹'],
  [/>/g, '›'],
  [/`/g, "'"],
  // Before a template tag, Handlebars takes a backslash for an escape.
  [/\\/g, '＼'],
  [/&(?=#?\w+;)/g, '& '],
  [/%{3,}/g, '%'],
  [/~{2,}/g, '~'],
  [/^[\s#*+=|-]+(?=\s)/g, ''],
];
