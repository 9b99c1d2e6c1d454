import { PICTURE_STYLE } from '../../../pictures';
import { html } from '../html/html';
import type { Page } from '../html/page';
import { clashesPart } from '../parts/clashes';
import { filterAnchors, filterPart, filterStyle } from '../parts/filter';
import { freshnessPart } from '../parts/freshness';
import { liveData } from '../parts/liveData';
import { loadPart } from '../parts/load';
import { namedPart, rotationPart } from '../parts/rotation';
import { timelineImage, timelinePart } from '../parts/timeline';
import type { SiteView } from '../view';
import { rosterListPage } from './rosterList';

const ROOT = '';

/** Prints a team's roster on one sheet, to pin to a wall. */
const ON_PAPER = `@media print{
@page{size:A4 landscape;margin:8mm}
html{font-size:7.5pt;line-height:1.2}
h1,h2{margin:.4rem 0 .1rem}
p,table{margin:.15rem 0}
th,td{padding:.12rem .75rem .12rem 0}
td .for,td .muted{display:inline}
.rotations{grid-template-columns:repeat(auto-fill,minmax(30rem,1fr));gap:0 2rem}
footer{padding:.25rem 0 0}
.stale:not(.over),.load .note,.load .picture,.rotation .note{display:none}
}`;

/** Everybody's shifts up to the horizon, or links to them. */
export function rosterPage(view: SiteView): Page {
  if (view.rosterForm === 'pages') return rosterListPage(view);
  const { rotations, persons } = view;
  return {
    path: 'roster.html',
    title: 'Roster',
    data: liveData([], view, ROOT),
    calendars: rotations.map(({ rotation }) => `calendars/rotations/${rotation.id}.ics`),
    style: `${PICTURE_STYLE}\n${filterStyle(view)}\n${ON_PAPER}`,
    body: html`${filterAnchors(view)}<h1>Roster</h1>
${freshnessPart(view, ROOT)}
${clashesPart(view)}
${view.rosterForm === 'whole' ? timelinePart(view) : timelineImage(view, ROOT)}
${
  rotations.length === 0
    ? html`<p>No rotation is in the data: nobody is on call.</p>`
    : html`${filterPart(view)}
<div class="rotations">
${rotations.map((each) => rotationPart(each, view, ROOT))}${persons.map((person) => namedPart(person, view, ROOT))}</div>`
}
${rotations.length > 0 && loadPart(view, ROOT)}`,
  };
}
