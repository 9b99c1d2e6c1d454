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
  const text = year ? timeText(at, timeZone) : shortTimeText(at, timeZone, at);
  return html`<time datetime="${instantJson(at, timeZone)}">${unbroken(text)}</time>`;
}

/** A date stays on one line, and a clock time too. */
function unbroken(text: string): string {
  return text.replace(/ (?!\d\d:)/g, '\u00a0');
}
