import { PICTURE_STYLE } from '../../../pictures';
import { html, type Part } from '../html/html';
import type { Page } from '../html/page';
import { clashesPart } from '../parts/clashes';
import { dutiesPart } from '../parts/duty';
import { freshnessPart } from '../parts/freshness';
import { liveData } from '../parts/liveData';
import { badgePart, nameText } from '../parts/names';
import { shownIn } from '../parts/shown';
import { timelineImage } from '../parts/timeline';
import { rotationPath, type SiteView } from '../view';

const ROOT = '';

/** Every rotation with who is on call in it, and a link to its shifts. */
export function rosterListPage(view: SiteView): Page {
  const { rotations, load } = view;
  return {
    path: 'roster.html',
    title: 'Roster',
    data: liveData(rotations, view, ROOT),
    style: PICTURE_STYLE,
    calendars: rotations.map(({ rotation }) => `calendars/rotations/${rotation.id}.ics`),
    body: html`<h1>Roster</h1>
${freshnessPart(view, ROOT)}
${clashesPart(view)}
${waysPart(view)}
<div class="cards">
${rotations.map(
  (each) => html`<section class="card" id="rotation-${each.rotation.id}">
<h2><a href="${rotationPath(each.rotation)}">${nameText(each.rotation.name)}</a></h2>
${dutiesPart([each], view, ROOT)}</section>\n`,
)}</div>
${load.people.length > 0 && html`<p class="actions"><a class="button" href="load.html">Who carries how much</a></p>`}
<h2 id=":timeline">All rotations</h2>
${timelineImage(view, ROOT)}`,
  };
}

/** The filter of a roster on several pages: links to people's pages, and to the pages of pipelines' rotations. */
function waysPart(view: SiteView): Part {
  const { people, pipelines } = shownIn(view);
  const ways = (summary: string, links: Part) =>
    html`<details><summary>${summary}</summary><p>${links}</p></details>\n`;
  return html`<nav class="filter" aria-label="Filter">
${ways(
  `By person (${people.length})`,
  people.map(
    ({ id, name }) => html`<a href="people/${id}.html">${badgePart(id, view)}${nameText(name)}</a> `,
  ),
)}${ways(
  `By pipeline (${pipelines.length})`,
  pipelines.map(
    ({ name, rotations: [first] }) =>
      first !== undefined && html`<a href="${rotationPath(first)}">${nameText(name)}</a> `,
  ),
)}</nav>`;
}
