import { PICTURE_STYLE } from '../../../pictures';
import { zoneOf } from '../../../roster';
import { type Html, html } from '../html/html';
import type { Page } from '../html/page';
import { clashesPart } from '../parts/clashes';
import { filterAnchors, filterPart, filterStyle } from '../parts/filter';
import { freshnessPart } from '../parts/freshness';
import { liveData } from '../parts/liveData';
import { loadPart } from '../parts/load';
import { badgePart, nameText } from '../parts/names';
import { peopleIn, rosterRows, SHIFT_HEAD, watchRow } from '../parts/shiftRows';
import { timelinePart } from '../parts/timeline';
import type { SiteRotation, SiteView } from '../view';

const ROOT = '';

/** A team's roster on one sheet, to be pinned to a wall. */
const ON_PAPER = `@media print{
@page{size:A4 landscape;margin:8mm}
html{font-size:7.5pt;line-height:1.2}
h1,h2{margin:.4rem 0 .1rem}
p,table{margin:.15rem 0}
th,td{padding:.12rem .75rem .12rem 0}
td .for{display:inline}
.rotations{grid-template-columns:repeat(auto-fill,minmax(30rem,1fr));gap:0 2rem}
footer{padding:.25rem 0 0}
.stale:not(.over),.load .note,.load .picture,.rotation .note{display:none}
}`;

/** Everybody's shifts up to the horizon. */
export function rosterPage(view: SiteView): Page {
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
${timelinePart(view)}
${
  rotations.length === 0
    ? html`<p>No rotation is in the data: nobody is on call.</p>`
    : html`${filterPart(view)}
<div class="rotations">
${rotations.map((each) => rotationPart(each, view))}${personsPart()}</div>`
}
${rotations.length > 0 && loadPart(view, ROOT)}`,
  };

  function personsPart(): readonly Html[] {
    const { timeZone } = view.catalog.organization;
    return persons.map(
      ({ pipeline, person, shifts }) =>
        html`<section class="rotation" data-pipelines="${pipeline.id}" data-people="${peopleOf(shifts)}">
<h2 class="person">${badgePart(person.id, view)}<span>${nameText(person.name)}, by name</span></h2>
<p class="note">Whom ${nameText(pipeline.name)} reaches where it pages ${nameText(person.name)}.</p>
<table class="shifts">${SHIFT_HEAD}<tbody>
${shifts.map((shift) => watchRow(shift, timeZone, view, ROOT))}</tbody></table>
</section>\n`,
    );
  }
}

function peopleOf(
  shifts: readonly { readonly onDuty: { id: string }; readonly rostered: { id: string } }[],
): string {
  return [...new Set(shifts.flatMap(({ onDuty, rostered }) => [onDuty.id, rostered.id]))].join(' ');
}

function rotationPart(each: SiteRotation, view: SiteView): Html {
  const { rotation, roster } = each;
  const { organization, pipelines } = view.catalog;
  const zone = zoneOf(rotation, organization);
  const served = pipelines.filter(({ id }) => rotation.pipelines.includes(id));
  return html`<section class="rotation" id="rotation-${rotation.id}" data-pipelines="${rotation.pipelines.join(' ')}" data-people="${peopleIn(roster).join(' ')}">
<h2>${nameText(rotation.name)}</h2>
<p class="note">${organization.duties.length > 1 && html`Duty ${rotation.duty}. `}${zone !== organization.timeZone && html`Times in ${zone}. `}${served.map(
    ({ id, name }, index) => html`${index > 0 && ', '}<a href="pipelines/${id}.html">${nameText(name)}</a>`,
  )}. <a href="calendars/rotations/${rotation.id}.ics">Calendar<span class="hidden"> of ${nameText(rotation.name)}</span></a></p>
<table class="shifts">${SHIFT_HEAD}<tbody>
${rosterRows(each, view, ROOT)}</tbody></table>
</section>\n`;
}
