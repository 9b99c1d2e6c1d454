import { loadBars } from '../../../pictures';
import { hoursText, type PersonLoad } from '../../load/load';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { momentText } from './moment';
import { personLink } from './names';
import { picturePart } from './picture';

/** Who carries how much in the site's window. */
export function loadPart(view: SiteView, root: string): Html | undefined {
  const { load, window, catalog } = view;
  if (load.people.length === 0) return undefined;
  const { timeZone } = catalog.organization;
  return html`<section class="load">
<h2 id="load">Load</h2>
<p class="note">From ${momentText(window.from, timeZone)} until ${momentText(window.until, timeZone)}. An hour on call in two rotations counts once.</p>
${loadPicture(load, catalog)}<div class="wide" tabindex="0" role="region" aria-label="Load"><table class="figures"><thead><tr><th scope="col">Person</th><th scope="col">Turns</th><th scope="col">Hours</th><th scope="col">Nights</th><th scope="col">Weekend days</th><th scope="col">Holidays</th><th scope="col">Covers given</th><th scope="col">Received</th></tr></thead><tbody>
${load.people.map((each) => loadRow(each, view, root))}</tbody></table></div>
</section>`;
}

function loadPicture({ people }: SiteView['load'], catalog: SiteView['catalog']): Html {
  const picture = {
    title: 'Hours on call per person',
    people: catalog.people,
    rows: people.map(({ person, onCall, given, received }) => ({
      person: person.id,
      hours: onCall.total('hours'),
      given: given.time.total('hours'),
      received: received.time.total('hours'),
    })),
  };
  return picturePart('load', (options) => loadBars(picture, options), { wide: 720 });
}

function loadRow(each: PersonLoad, view: SiteView, root: string): Html {
  const covers = ({ count, time }: PersonLoad['given']) =>
    count === 0 ? '0' : `${count} (${hoursText(time)} h)`;
  return html`<tr><th scope="row">${personLink(each.person, view, root)}</th><td>${each.turns}</td><td>${hoursText(each.onCall)}</td><td>${each.nights}</td><td>${each.weekendDays}</td><td>${each.holidays}</td><td>${covers(each.given)}</td><td>${covers(each.received)}</td></tr>\n`;
}
