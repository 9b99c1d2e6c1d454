import { type Html, html } from '../html/html';

/**
 * How to add a calendar: as a subscription, which follows the roster, or as a file. A
 * subscription needs the site's address: `siteUrl`, or where the script sees the page to be.
 * @param file its path below the site's folder
 */
export function calendarPart(file: string, root: string): Html {
  return html`<p class="actions"><a class="button" data-subscribe href="${root}${file}" hidden>Subscribe</a> <a class="button" href="${root}${file}" download>Calendar file</a></p>`;
}
