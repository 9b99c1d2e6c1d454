import { PICTURE_STYLE } from '../../../pictures';
import { html } from '../html/html';
import type { Page } from '../html/page';
import { freshnessPart } from '../parts/freshness';
import { liveData } from '../parts/liveData';
import { loadPart } from '../parts/load';
import type { SiteView } from '../view';

/** Who carries how much, if the roster page has no room for it. */
export function loadPage(view: SiteView): Page {
  return {
    path: 'load.html',
    title: 'Load',
    data: liveData([], view, ''),
    style: PICTURE_STYLE,
    body: html`<h1>Who carries how much</h1>
${freshnessPart(view, '')}
${loadPart(view, '')}`,
  };
}
