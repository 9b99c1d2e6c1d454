import type { Temporal } from 'temporal-polyfill';
import { instantJson } from '../../../cli/json';
import { shortTimeText, timeText } from '../../../time/localTime';
import { type Html, html } from '../html/html';

/**
 * An instant for people, e.g. `Mon 14 Dec 09:00`; the element says it to programs, with the zone's offset.
 * @param year true to show the year, which nobody needs within the horizon
 */
export function momentText(
  at: Temporal.Instant,
  timeZone: string,
  { year = false }: { readonly year?: boolean } = {},
): Html {
  const text = year ? unbroken(timeText(at, timeZone)) : momentWords(at, timeZone);
  return html`<time datetime="${instantJson(at, timeZone)}">${text}</time>`;
}

/** The same in a row that says the instant to programs by itself. */
export function momentWords(at: Temporal.Instant, timeZone: string): string {
  return unbroken(shortTimeText(at, timeZone, at));
}

/** A date stays on one line, and a clock time too. */
function unbroken(text: string): string {
  return text.replace(/ (?!\d\d:)/g, '\u00a0');
}
