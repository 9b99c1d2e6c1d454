import { rosterTimeline, type Timeline, timelineLayers } from '../../../pictures';
import { shortDateText } from '../../../time/localTime';
import { Html, html } from '../html/html';
import type { SiteView } from '../view';
import { NARROW, picturePart, WIDE } from './picture';
import { timelineOffices } from './timelineOffices';

/** The roster as a picture: the shifts of the table below it. */
export function timelinePart(view: SiteView): Html | undefined {
  if (view.rotations.length === 0) return undefined;
  const timeline = timelineOf(view);
  return picturePart('roster', (options) => rosterTimeline(timeline, options));
}

/** The files with the picture: their paths below the site's folder. */
const FILES = { desk: 'pictures/roster.svg', phone: 'pictures/roster-phone.svg' };

/** The picture as separate files, texts by path. */
export function timelineFiles(view: SiteView): readonly [path: string, text: string][] {
  const { desk, phone } = layersOf(view);
  return [
    [FILES.desk, desk.picture],
    [FILES.phone, phone.picture],
  ];
}

/** A page's link to those files, under the line of today. */
export function timelineImage(view: SiteView, root: string): Html | undefined {
  if (view.rotations.length === 0) return undefined;
  const { desk, phone } = layersOf(view);
  return html`<div class="image"><picture><source media="(max-width:40rem)" srcset="${root}${FILES.phone}"><img src="${root}${FILES.desk}" alt="${timelineOf(view).title}, as in the tables"></picture>
<div class="picture desk">${new Html(desk.today)}</div><div class="picture phone">${new Html(phone.today)}</div></div>`;
}

function layersOf(view: SiteView) {
  const layers = (width: number) => timelineLayers(timelineOf(view), { id: 'roster', width });
  return { desk: layers(WIDE), phone: layers(NARROW) };
}

function timelineOf({ catalog, window, at, rotations }: SiteView): Timeline {
  const { timeZone } = catalog.organization;
  return {
    title: `Who is on call in ${catalog.organization.name}`,
    window,
    people: catalog.people,
    offices: timelineOffices(catalog, rotations),
    today: at,
    // The script of the page moves it, and then says "today".
    todayText: `as of ${shortDateText(at, timeZone, at)}`,
  };
}
