import { rosterTimeline } from '../../../pictures';
import type { Html } from '../html/html';
import type { SiteView } from '../view';
import { picturePart } from './picture';
import { timelineOffices } from './timelineOffices';

/** The roster as a picture: the shifts of the table below it. */
export function timelinePart(view: SiteView): Html | undefined {
  const { catalog, window, at, rotations } = view;
  if (rotations.length === 0) return undefined;
  const timeline = {
    title: `Who is on call in ${catalog.organization.name}`,
    window,
    people: catalog.people,
    offices: timelineOffices(catalog, rotations),
    today: at,
  };
  return picturePart('roster', (options) => rosterTimeline(timeline, options));
}
