import { type Html, html } from '../html/html';
import type { SiteView } from '../view';

/**
 * How to add a calendar: as a subscription, which follows the roster, or as a file. A subscription
 * needs the site's address: `siteUrl`, or the address that the script reads from the browser.
 * @param file its path below the site's folder
 */
export function calendarPart(file: string, { catalog }: SiteView, root: string): Html {
  const { siteUrl } = catalog.organization;
  const subscription =
    siteUrl === undefined
      ? html`<a class="button" data-subscribe href="${root}${file}" hidden>Subscribe</a>`
      : html`<a class="button" href="${siteUrl.replace(/^https:/, 'webcal:')}/${file}">Subscribe</a>`;
  return html`<p class="actions">${subscription} <a class="button" href="${root}${file}" download>Calendar file</a></p>`;
}
