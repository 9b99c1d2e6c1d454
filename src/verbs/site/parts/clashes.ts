import { zoneOf } from '../../../roster';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { momentText } from './moment';
import { nameText } from './names';

/** Times in which everybody is away; at the top of the page, because somebody has to act. Undefined if there are none. */
export function clashesPart(view: SiteView): Html | undefined {
  const { organization } = view.catalog;
  const clashes = [
    ...view.rotations.flatMap(({ rotation, roster }) =>
      roster.clashes.map((clash) => ({
        ...clash,
        name: rotation.name,
        zone: zoneOf(rotation, organization),
      })),
    ),
    ...view.persons.flatMap(({ pipeline, clashes }) =>
      clashes.map((clash) => ({ ...clash, name: pipeline.name, zone: organization.timeZone })),
    ),
  ];
  if (clashes.length === 0) return undefined;
  return html`<div class="stale over"><p><strong>Everybody is away.</strong> Agree on a stand-in, and add it to the data.</p>
<ul>${clashes.map(
    ({ from, until, rostered, name, zone }) =>
      html`<li>${nameText(name)}: ${momentText(from, zone)} until ${momentText(until, zone)}, ${nameText(rostered.name)} stays on call</li>`,
  )}</ul></div>`;
}
