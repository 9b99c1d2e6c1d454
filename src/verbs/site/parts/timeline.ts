import { rosterTimeline, type Timeline } from '../../../pictures';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { NARROW, picturePart, WIDE } from './picture';
import { timelineOffices } from './timelineOffices';

/** The roster as a picture: the shifts of the table below it. */
export function timelinePart(view: SiteView): Html | undefined {
  if (view.rotations.length === 0) return undefined;
  const timeline = timelineOf(view);
  return picturePart('roster', (options) => rosterTimeline(timeline, options));
}

/** Paths of the files with the picture, below the site's folder. */
const DESK = 'pictures/roster.svg';
const PHONE = 'pictures/roster-phone.svg';

/** The picture in files of its own, texts by path. */
export function timelineFiles(view: SiteView): readonly [path: string, text: string][] {
  const timeline = timelineOf(view);
  return [
    [DESK, rosterTimeline(timeline, { id: 'roster', width: WIDE })],
    [PHONE, rosterTimeline(timeline, { id: 'roster', width: NARROW })],
  ];
}

/** A page's link to those files. */
export function timelineImage(view: SiteView, root: string): Html | undefined {
  if (view.rotations.length === 0) return undefined;
  return html`<picture class="image"><source media="(max-width:40rem)" srcset="${root}${PHONE}"><img src="${root}${DESK}" alt="${timelineOf(view).title}, as in the tables"></picture>`;
}

function timelineOf({ catalog, window, at, rotations }: SiteView): Timeline {
  return {
    title: `Who is on call in ${catalog.organization.name}`,
    window,
    people: catalog.people,
    offices: timelineOffices(catalog, rotations),
    today: at,
  };
}
