import type { Rotation } from '../../../catalog';
import { type PersonRoster, zoneOf } from '../../../roster';
import { type Html, html } from '../html/html';
import type { SiteRotation, SiteView } from '../view';
import { badgePart, nameText } from './names';
import { peopleIn, rosterRows, SHIFT_HEAD, watchRow } from './shiftRows';

/** What to know about a rotation besides its shifts: its duty and zone, its pipelines, its calendar. */
export function rotationNote(rotation: Rotation, { catalog }: SiteView, root: string): Html {
  const { organization, pipelines } = catalog;
  const zone = zoneOf(rotation, organization);
  const served = pipelines.filter(({ id }) => rotation.pipelines.includes(id));
  return html`<p class="note">${organization.duties.length > 1 && html`Duty: ${rotation.duty}. `}${zone !== organization.timeZone && html`Times in ${zone}. `}For ${served.map(
    ({ id, name }, index) =>
      html`${index > 0 && ', '}<a href="${root}pipelines/${id}.html">${nameText(name)}</a>`,
  )}. <a href="${root}calendars/rotations/${rotation.id}.ics">Calendar<span class="hidden"> of ${nameText(rotation.name)}</span></a></p>`;
}

/** The shifts of a rotation. */
export function shiftsTable(each: SiteRotation, view: SiteView, root: string): Html {
  return html`<table class="shifts">${SHIFT_HEAD}<tbody>
${rosterRows(each, view, root)}</tbody></table>`;
}

/** A rotation among others on a page. */
export function rotationPart(each: SiteRotation, view: SiteView, root: string): Html {
  const { rotation, roster } = each;
  return html`<section class="rotation" id="rotation-${rotation.id}" data-pipelines="${rotation.pipelines.join(' ')}" data-people="${peopleIn(roster).join(' ')}">
<h2>${nameText(rotation.name)}</h2>
${rotationNote(rotation, view, root)}
${shiftsTable(each, view, root)}
</section>\n`;
}

/** Who is reached when a pipeline pages somebody by name. */
export function namedPart({ pipeline, person, shifts }: PersonRoster, view: SiteView, root: string): Html {
  const { timeZone } = view.catalog.organization;
  return html`<section class="rotation" data-pipelines="${pipeline.id}" data-people="${peopleIn({ shifts }).join(' ')}">
<h2 class="person">${badgePart(person.id, view)}<span>${nameText(person.name)}, by name</span></h2>
<p class="note">Whom ${nameText(pipeline.name)} reaches where it pages ${nameText(person.name)}.</p>
<table class="shifts">${SHIFT_HEAD}<tbody>
${shifts.map((shift) => watchRow(shift, timeZone, view, root))}</tbody></table>
</section>\n`;
}
