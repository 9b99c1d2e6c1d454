import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { momentText } from './moment';

/** As of when a page says who is on call. Its script writes the present time there, or that the page is too old. */
export function freshnessPart({ at, window, catalog }: SiteView, root: string): Html {
  const { timeZone } = catalog.organization;
  return html`<p class="lead">As of <span id=":as-of">${momentText(at, timeZone, { year: true })} (${timeZone})</span></p>
<p id=":stale" class="stale" role="alert" hidden></p>
<noscript><p class="stale">Without JavaScript this page stays as it was on ${momentText(at, timeZone, { year: true })}. Later hand-offs are in the <a href="${root}roster.html">roster</a>, until ${momentText(window.until, timeZone, { year: true })}.</p></noscript>`;
}
