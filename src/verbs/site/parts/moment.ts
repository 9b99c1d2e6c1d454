import type { Temporal } from 'temporal-polyfill';
import { instantJson } from '../../../cli/json';
import { shortTimeText, timeText } from '../../../time/localTime';
import { type Html, html } from '../html/html';

/**
 * An instant for people, e.g. `Mon 14 Dec 09:00`; for programs, the element has it with the zone's
 * offset.
 * @param year true to show the year, which is clear within the horizon
 */
export function momentText(
  at: Temporal.Instant,
  timeZone: string,
  { year = false }: { readonly year?: boolean } = {},
): Html {
  const text = year ? unbroken(timeText(at, timeZone)) : momentWords(at, timeZone);
  return html`<time datetime="${instantJson(at, timeZone)}">${text}</time>`;
}

/** The same in a row that has the instant for programs itself. */
export function momentWords(at: Temporal.Instant, timeZone: string): string {
  return unbroken(shortTimeText(at, timeZone, at));
}

/** Keeps a date on one line, and a clock time as well. */
function unbroken(text: string): string {
  return text.replace(/ (?!\d\d:)/g, '\u00a0');
}
